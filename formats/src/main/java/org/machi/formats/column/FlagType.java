package org.machi.formats.column;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Yes or no, written 1 or 0. */
record FlagType() implements ColumnType<Boolean> {
    private static final Map<String, String> MEANINGS =
            CodeType.of("0", "いいえ", "1", "はい").meanings();

    @Override
    public @Nullable String misfit(String text) {
        return text.equals("0") || text.equals("1") ? null : "0 か 1 ではありません";
    }

    @Override
    public Boolean parse(String text) {
        return text.equals("1");
    }

    @Override
    public String render(Boolean value) {
        return value ? "1" : "0";
    }

    @Override
    public int maxLength() {
        return 1;
    }

    @Override
    public String sqlType() {
        return "boolean";
    }

    @Override
    public String description() {
        return "フラグ";
    }

    @Override
    public Map<String, String> meanings() {
        return MEANINGS;
    }
}
