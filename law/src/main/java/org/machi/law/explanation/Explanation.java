package org.machi.law.explanation;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.machi.law.parameter.Mark;
import org.machi.law.parameter.ParameterRow;

/** 計算根拠: the ordered steps from the facts to the premium; one structure, three renderings. */
public record Explanation(String title, List<ExplanationStep> steps) {
    /** Characters of a usual explanation. */
    private static final int ROOM = 8_192;

    private static final String DOUBT = "※ 公表額から逆算した値または未確認の値を用いています。";

    public Explanation {
        steps = List.copyOf(steps);
    }

    /** The values among those used that are derived or unverified, each once. */
    public List<ParameterRow> doubtful() {
        Set<ParameterRow> doubtful = new LinkedHashSet<>();
        for (ExplanationStep step : steps) {
            for (ParameterRow row : step.parameters()) {
                if (row.mark().isDoubtful()) {
                    doubtful.add(row);
                }
            }
        }
        return List.copyOf(doubtful);
    }

    /** The weakest mark of all values used; {@link Mark#V} when none entered. */
    public Mark weakest() {
        return steps.stream()
                .flatMap(step -> step.parameters().stream())
                .map(ParameterRow::mark)
                .max(Comparator.naturalOrder())
                .orElse(Mark.V);
    }

    /** For a terminal or a letter. */
    public String toText() {
        StringBuilder text = new StringBuilder(ROOM).append(title).append('\n');
        String part = "";
        for (ExplanationStep step : steps) {
            if (!step.part().equals(part)) {
                part = step.part();
                text.append("\n【").append(part).append("】\n");
            }
            text.append(step.name()).append(": ").append(step.formula());
            text.append(" ＝ ")
                    .append(step.result())
                    .append("　［")
                    .append(step.article())
                    .append("］\n");
            text.append(step.values().lines());
        }
        List<ParameterRow> doubtful = doubtful();
        if (!doubtful.isEmpty()) {
            text.append("\n").append(DOUBT).append('\n');
        }
        for (ParameterRow row : doubtful) {
            text.append("  ").append(row.japanese()).append(" = ").append(row.display());
            text.append("（").append(row.mark().japanese()).append("）\n");
        }
        return text.toString();
    }

    /** For programs. */
    public String toJson() {
        StringBuilder json = new StringBuilder("{\"title\":");
        quote(json, title);
        json.append(",\"steps\":[");
        for (int i = 0; i < steps.size(); i++) {
            json.append(i == 0 ? "" : ",");
            stepJson(json, steps.get(i));
        }
        return member(json.append("],"), "mark", weakest().name()).append('}').toString();
    }

    private static void stepJson(StringBuilder json, ExplanationStep step) {
        json.append('{');
        member(json, "part", step.part()).append(',');
        member(json, "name", step.name()).append(',');
        member(json, "formula", step.formula()).append(',');
        member(json, "result", step.result()).append(',');
        member(json, "rule", step.rule().id()).append(',');
        member(json, "article", step.article()).append(",\"parameters\":[");
        for (int i = 0; i < step.parameters().size(); i++) {
            ParameterRow row = step.parameters().get(i);
            json.append(i == 0 ? "{" : ",{");
            member(json, "name", row.name()).append(',');
            member(json, "japanese", row.japanese()).append(',');
            member(json, "value", row.value()).append(',');
            member(json, "unit", row.unit()).append(',');
            member(json, "from", row.from().toString()).append(',');
            member(json, "to", row.to().toString()).append(',');
            member(json, "mark", row.mark().name()).append(',');
            member(json, "source", row.source()).append('}');
        }
        json.append("]}");
    }

    /** For the person's page: one table, all text escaped, no style of its own. */
    public String toHtml() {
        return toHtml("");
    }

    /**
     * The same with a link from each article to the page of its rule.
     *
     * @param rulesAt address that the rule's id completes, e.g. {@code /law?q=}; empty for no links
     */
    public String toHtml(String rulesAt) {
        StringBuilder html = new StringBuilder("<table class=\"explanation\"><caption>");
        escape(html, title).append("</caption><thead><tr>");
        for (String heading : List.of("区分", "項目", "計算", "結果", "根拠", "用いた値")) {
            html.append("<th scope=\"col\">").append(heading).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (ExplanationStep step : steps) {
            html.append("<tr>");
            cell(html, step.part());
            html.append("<th scope=\"row\">");
            escape(html, step.name()).append("</th>");
            cell(html, step.formula());
            cell(html, step.result());
            html.append("<td data-rule=\"");
            escape(html, step.rule().id()).append("\">");
            articleHtml(html, step, rulesAt).append("</td>");
            html.append("<td>");
            parametersHtml(html, step);
            html.append("</td></tr>");
        }
        html.append("</tbody></table>");
        return doubtful().isEmpty()
                ? html.toString()
                : html.append("<p class=\"doubtful\">").append(DOUBT).append("</p>").toString();
    }

    private static StringBuilder articleHtml(
            StringBuilder html, ExplanationStep step, String rulesAt) {
        if (rulesAt.isEmpty()) {
            return escape(html, step.article());
        }
        html.append("<a href=\"");
        escape(html, rulesAt + step.rule().id()).append("\">");
        return escape(html, step.article()).append("</a>");
    }

    private static void parametersHtml(StringBuilder html, ExplanationStep step) {
        if (step.parameters().isEmpty()) {
            return;
        }
        html.append("<ul>");
        for (ParameterRow row : step.parameters()) {
            html.append("<li data-parameter=\"");
            escape(html, row.name()).append("\">");
            escape(html, row.japanese()).append(" ");
            escape(html, row.display()).append("（");
            escape(html, row.source()).append("、").append(row.mark().japanese()).append("）</li>");
        }
        html.append("</ul>");
    }

    private static void cell(StringBuilder html, String text) {
        html.append("<td>");
        escape(html, text).append("</td>");
    }

    private static StringBuilder escape(StringBuilder html, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
        return html;
    }

    private static StringBuilder member(StringBuilder json, String name, String value) {
        json.append('"').append(name).append("\":");
        return quote(json, value);
    }

    private static StringBuilder quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"');
    }
}
