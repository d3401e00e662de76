package org.machi.calculators.cases;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.machi.calculators.Answer;
import org.machi.calculators.Calculator;
import org.machi.calculators.facts.Field;
import org.machi.calculators.facts.Problem;
import org.machi.calculators.facts.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases as JSON: an object, or an array of objects, whose keys are the names of the facts. */
public final class JsonCases {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private JsonCases() {}

    /**
     * The cases of a text, each as the texts of its facts.
     *
     * @throws Refused when it is no JSON of this form
     */
    public static List<Map<String, String>> read(Calculator calculator, String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException broken) {
            long line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw refused(line + "行目", "JSON", "", "JSONとして読めません", "括弧・引用符・コンマを確かめてください");
        }
        List<Map<String, String>> cases = new ArrayList<>();
        if (root.isArray()) {
            for (JsonNode one : root) {
                cases.add(facts(calculator, one, (cases.size() + 1) + "件目"));
            }
        } else {
            cases.add(facts(calculator, root, ""));
        }
        return cases;
    }

    private static Map<String, String> facts(Calculator calculator, JsonNode one, String place) {
        if (!one.isObject()) {
            throw refused(place, "JSON", one.toString(), "1件は { } で書きます", "項目の名前と値を並べてください");
        }
        Map<String, String> written = new LinkedHashMap<>();
        one.properties()
                .forEach(entry -> {
                    String name = entry.getKey();
                    JsonNode value = entry.getValue();
                    if (!value.isNull()) {
                        written.put(
                                name,
                                value.isValueNode()
                                        ? value.asString()
                                        : list(calculator, name, value, place));
                    }
                });
        return written;
    }

    /** An array of objects as the short form of a list, or an array of months. */
    private static String list(Calculator calculator, String name, JsonNode value, String place) {
        Field field =
                calculator.fields().stream()
                        .filter(f -> f.japanese().equals(name) || f.english().equals(name))
                        .findFirst()
                        .orElse(null);
        boolean months = field != null && field.kind() == Field.Kind.MONTHS;
        if (!value.isArray() || field == null || (field.parts().isEmpty() && !months)) {
            throw refused(place, name, value.toString(), "ここには値を1つ書きます", "[ ] や { } を外してください");
        }
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : value) {
            entries.add(months ? entry.asString() : entry(field, entry, place));
        }
        return String.join(months ? "," : ";", entries);
    }

    private static String entry(Field field, JsonNode entry, String place) {
        if (!entry.isObject()) {
            throw refused(
                    place,
                    field.japanese(),
                    entry.toString(),
                    "並びの1つは { } で書きます",
                    "項目の名前と値を並べてください");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        field.parts().forEach(part -> cells.put(part.english(), ""));
        entry.properties()
                .forEach(cell -> {
                    Field part =
                            field.parts().stream()
                                    .filter(p ->
                                            p.japanese().equals(cell.getKey())
                                                    || p.english().equals(cell.getKey()))
                                    .findFirst()
                                    .orElseThrow(() ->
                                            refused(
                                                    place,
                                                    field.japanese(),
                                                    cell.getKey(),
                                                    "この名前の項目はありません",
                                                    field.shape() + "から選んでください"));
                    cells.put(part.english(), cell.getValue().asString());
                });
        return cells.values().stream()
                .map(text -> text.replaceAll("[/;]", "-"))
                .collect(Collectors.joining("/"));
    }

    private static Refused refused(
            String place, String item, String value, String reason, String whatToDo) {
        return new Refused(new Problem(place, item, value, reason, whatToDo));
    }

    /** One answer with its explanation. */
    public static String write(Calculator calculator, Answer answer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("calculator", calculator.code());
            json.writeObjectPropertyStart("results");
            for (Answer.Result result : answer.results()) {
                if (result.value().matches("-?[0-9]{1,15}")) {
                    json.writeNumberProperty(result.item(), Long.parseLong(result.value()));
                } else {
                    json.writeStringProperty(result.item(), result.value());
                }
            }
            json.writeEndObject();
            json.writeName("explanation");
            json.writeRawValue(answer.explanation().toJson());
            json.writeEndObject();
        }
        return text.toString();
    }
}
