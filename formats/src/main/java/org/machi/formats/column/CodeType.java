package org.machi.formats.column;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of a closed list of codes.
 *
 * @param meanings code to meaning, in the order of the list
 */
record CodeType(Map<String, String> meanings) implements ColumnType<String> {

    /** A list from code, meaning, code, meaning, … */
    static CodeType of(String... codesAndMeanings) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (int i = 0; i < codesAndMeanings.length; i += 2) {
            if (meanings.put(codesAndMeanings[i], codesAndMeanings[i + 1]) != null) {
                throw new IllegalArgumentException("code twice: " + codesAndMeanings[i]);
            }
        }
        return new CodeType(Collections.unmodifiableMap(meanings));
    }

    @Override
    public @Nullable String misfit(String text) {
        if (meanings.containsKey(text)) {
            return null;
        }
        return meanings.size() > 12
                ? "コード表にない値です"
                : "コード表にない値です（" + String.join("、", meanings.keySet()) + " のいずれか）";
    }

    @Override
    public String parse(String text) {
        return text;
    }

    @Override
    public String render(String value) {
        return value;
    }

    @Override
    public int maxLength() {
        return meanings.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    public String sqlType() {
        return "text";
    }

    @Override
    public String description() {
        return "コード";
    }
}
