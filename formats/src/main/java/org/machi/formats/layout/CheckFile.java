package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 突合結果 (U_CHECK): where the union's and the city's books differ; no rows when all agrees. */
public final class CheckFile {
    private static final Layout.Builder L = Layout.named("突合結果");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.add(Keys.insuredNo());
    public static final Column<Long> LEVY_YEAR = L.add(Keys.levyYear());
    public static final Column<String> ASSESSMENT_NO = L.add(Keys.assessmentNo());
    public static final Column<String> SUBJECT =
            L.must(
                    Column.code(
                            "subject", "突合対象", "1", "資格", "2", "賦課額と期割額", "3", "期割額と収納額", "4", "滞納",
                            "5", "住民情報", "6", "所得情報"));
    public static final Column<String> METHOD = L.add(Keys.method());
    public static final Column<Long> PERIOD = L.add(Keys.period());
    public static final Column<String> ITEM = L.must(Column.text("item", "項目名", 40));
    public static final Column<String> UNION_VALUE =
            L.add(Column.text("union_value", "広域連合の値", 100));
    public static final Column<String> CITY_VALUE = L.add(Column.text("city_value", "市区町村の値", 100));

    /** City minus union, where the item is an amount. */
    public static final Column<Long> DIFFERENCE = L.total(Column.signedYen("difference", "差額"));

    public static final Column<LocalDate> CHECKED_ON = L.must(Column.date("checked_on", "突合年月日"));
    public static final Column<String> ADVICE = L.add(Column.text("advice", "対応", 100));

    public static final Layout LAYOUT = L.build();

    private CheckFile() {}
}
