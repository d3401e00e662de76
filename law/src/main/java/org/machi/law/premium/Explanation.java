package org.machi.law.premium;

import java.util.List;
import org.machi.law.parameter.ParameterRow;

/** 計算根拠: the ordered steps from the facts to the premium; one structure, three renderings. */
public record Explanation(String title, List<ExplanationStep> steps) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    /** For a terminal or a letter. */
    public String toText() {
        StringBuilder text = new StringBuilder(title).append('\n');
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
            for (ParameterRow row : step.parameters()) {
                text.append("    ").append(row.name()).append(" = ").append(row.display());
                text.append("（").append(period(row)).append("、").append(row.source());
                text.append("、").append(row.mark().japanese()).append("）\n");
            }
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
        return json.append("]}").toString();
    }

    private static void stepJson(StringBuilder json, ExplanationStep step) {
        json.append('{');
        member(json, "part", step.part()).append(',');
        member(json, "name", step.name()).append(',');
        member(json, "formula", step.formula()).append(',');
        member(json, "result", step.result()).append(',');
        member(json, "article", step.article()).append(",\"parameters\":[");
        for (int i = 0; i < step.parameters().size(); i++) {
            ParameterRow row = step.parameters().get(i);
            json.append(i == 0 ? "{" : ",{");
            member(json, "name", row.name()).append(',');
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
            cell(html, step.article());
            html.append("<td>");
            parametersHtml(html, step);
            html.append("</td></tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static void parametersHtml(StringBuilder html, ExplanationStep step) {
        if (step.parameters().isEmpty()) {
            return;
        }
        html.append("<ul>");
        for (ParameterRow row : step.parameters()) {
            html.append("<li><code>");
            escape(html, row.name()).append("</code> ");
            escape(html, row.display()).append("（");
            escape(html, row.source()).append("、").append(row.mark().japanese()).append("）</li>");
        }
        html.append("</ul>");
    }

    private static String period(ParameterRow row) {
        return row.from() + "から" + row.to().minusDays(1) + "まで";
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
