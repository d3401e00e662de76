package org.machi.union.desk;

import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.PremiumFile;
import org.springframework.stereotype.Component;

/**
 * The meanings of codes as the files' layouts name them; templates reach it as {@code unionWords}.
 */
@Component
class UnionWords {

    public String acquired(@Nullable String code) {
        return meaning(InsuredFile.ACQUIRED_BY, code);
    }

    public String lost(@Nullable String code) {
        return meaning(InsuredFile.LOST_BY, code);
    }

    public String change(@Nullable String code) {
        return meaning(InsuredFile.CHANGE, code);
    }

    public String reason(@Nullable String code) {
        return meaning(PremiumFile.REASON, code);
    }

    private static String meaning(Column<String> column, @Nullable String code) {
        return code == null ? "" : column.type().meanings().getOrDefault(code, code);
    }
}
