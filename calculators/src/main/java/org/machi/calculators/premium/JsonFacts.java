package org.machi.calculators.premium;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Facts as JSON: a household, or an array of households; a household is an object with its own
 * items and {@code members} (世帯員), an array of persons.
 */
final class JsonFacts {

    private static final int DEEPEST = 4;

    private final JsonParser json;
    private final List<FactRow> rows = new ArrayList<>();
    private int household;

    private JsonFacts(JsonParser json) {
        this.json = json;
    }

    static List<FactRow> read(String text) {
        JsonFactory factory =
                JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonFacts facts = new JsonFacts(parser);
            facts.households();
            return facts.rows;
        } catch (JacksonException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new FactsRefused(
                    List.of(new FactProblem(line, "JSON", "", e.getOriginalMessage())));
        }
    }

    private void households() {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                household();
            }
        } else {
            household();
        }
        if (json.nextToken() != null) {
            throw refused("JSON", "世帯の後に余分な文字があります");
        }
    }

    private void household() {
        expect(JsonToken.START_OBJECT, "世帯", "世帯は{ }で書きます");
        household++;
        FactRow common = FactRow.on(line());
        List<FactRow> members = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String item = json.currentName();
            json.nextToken();
            if (item.equals("members") || item.equals("世帯員")) {
                members.addAll(members());
            } else {
                value(common, item);
            }
        }
        if (members.isEmpty()) {
            throw refused("世帯員", "世帯員（members）がいません");
        }
        for (FactRow member : members) {
            common.cells().forEach(member.cells()::putIfAbsent);
            member.put(FactItem.HOUSEHOLD.japanese(), member.line(), Integer.toString(household));
            rows.add(member);
        }
    }

    private List<FactRow> members() {
        expect(JsonToken.START_ARRAY, "世帯員", "世帯員（members）は[ ]で書きます");
        List<FactRow> members = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(JsonToken.START_OBJECT, "世帯員", "一人は{ }で書きます");
            FactRow person = FactRow.on(line());
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String item = json.currentName();
                json.nextToken();
                value(person, item);
            }
            members.add(person);
        }
        return members;
    }

    private void value(FactRow row, String item) {
        if (json.streamReadContext().getNestingDepth() > DEEPEST
                || json.currentToken() == JsonToken.START_OBJECT
                || json.currentToken() == JsonToken.START_ARRAY) {
            throw refused(item, "ここには値を書きます");
        }
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            row.put(item, line(), json.getString());
        }
    }

    private void expect(JsonToken token, String item, String otherwise) {
        if (json.currentToken() != token) {
            throw refused(item, otherwise);
        }
    }

    private long line() {
        return json.currentTokenLocation().getLineNr();
    }

    private FactsRefused refused(String item, String reason) {
        String value = json.currentToken() == null ? "" : json.currentToken().toString();
        return new FactsRefused(List.of(new FactProblem(line(), item, value, reason)));
    }
}
