package org.machi.union.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.layout.TaxFile;
import org.machi.law.premium.TaxFacts;
import org.machi.law.premium.TaxItem;
import org.machi.platform.database.CopyReader;

/** The columns of {@code register.tax} and how a row becomes the law's tax facts. */
public final class TaxColumns {

    private static final int FIRST_ITEM = TaxFile.LAYOUT.position(TaxFile.BUSINESS);

    /** Columns before the yen items that the law asks for. */
    private static final String HEAD =
            "undeclared, base_given, reduction_given, base, reduction_income";

    private TaxColumns() {}

    /** Every column of the file that the register keeps. */
    static List<String> kept() {
        List<String> names = new ArrayList<>();
        for (Column<?> column : TaxFile.LAYOUT.columns()) {
            if (!column.equals(TaxFile.INSURER_NO)
                    && !column.equals(TaxFile.HOME_CODE)
                    && !column.equals(TaxFile.PERSON_NO)
                    && !column.equals(TaxFile.LEVY_YEAR)
                    && !column.equals(TaxFile.TAXPAYER_NO)) {
                names.add(column.code());
            }
        }
        return names;
    }

    /** The same as columns of a table; a row of them always fits a page. */
    static String definitions() {
        List<String> kept = kept();
        return TaxFile.LAYOUT.columns().stream()
                .filter(column -> kept.contains(column.code()))
                .map(column -> column.code() + " " + column.type().sqlType() + " STORAGE PLAIN")
                .collect(Collectors.joining(", "));
    }

    /** What {@link #read} reads, in its order. */
    public static String forLaw() {
        StringBuilder names = new StringBuilder(HEAD);
        for (Column<?> column : items()) {
            names.append(", ").append(column.code());
        }
        return names.toString();
    }

    /** The 41 yen items in the order of {@link TaxItem}. */
    private static List<Column<?>> items() {
        List<Column<?>> all = TaxFile.LAYOUT.columns();
        return all.subList(FIRST_ITEM, FIRST_ITEM + TaxItem.values().length);
    }

    /** Fills the facts from a row of {@link #forLaw}. */
    public static void read(CopyReader row, TaxFacts facts) {
        facts.clear().declaration(declaration(row.getText()));
        boolean baseGiven = row.getBoolean();
        boolean judgementGiven = row.getBoolean();
        long base = row.getLongOr(0);
        long judgement = row.getLongOr(0);
        if (baseGiven) {
            facts.fixedBase(base);
        }
        if (judgementGiven) {
            facts.fixedJudgement(judgement);
        }
        for (TaxItem item : TaxItem.values()) {
            facts.set(item, row.getLongOr(0));
        }
    }

    /** The same from an ordinary query, whose first column of {@link #forLaw} has this number. */
    public static void read(ResultSet row, int first, TaxFacts facts) throws SQLException {
        facts.clear().declaration(declaration(row.getString(first)));
        if (row.getBoolean(first + 1)) {
            facts.fixedBase(row.getLong(first + 3));
        }
        if (row.getBoolean(first + 2)) {
            facts.fixedJudgement(row.getLong(first + 4));
        }
        for (TaxItem item : TaxItem.values()) {
            facts.set(item, row.getLong(first + 5 + item.ordinal()));
        }
    }

    /** 未申告区分: 簡易申告 counts as declared. */
    public static TaxFacts.Declaration declaration(String undeclared) {
        return switch (undeclared) {
            case "1" -> TaxFacts.Declaration.UNDECLARED;
            case "3" -> TaxFacts.Declaration.INQUIRING;
            default -> TaxFacts.Declaration.DECLARED;
        };
    }
}
