package org.machi.city.koki.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.deduction;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.koki.deduction.PensionScene.Result.failed;
import static org.machi.city.koki.deduction.PensionScene.Result.taken;
import static org.machi.city.koki.deduction.PensionScene.asked;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.levy.LedgerVerify;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.InstalmentFile;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.proof.Requirement;

/**
 * From machi's first year into its second. 1 is deducted since the former system's days, 2 since
 * October, 3 since December, 4 since February; 5, 9 and 10 are captured on 1 October, 6 on 1
 * December, 7 on 1 February. Of 8 February's payment could not be taken; 11 dies in March. The
 * payer refuses 9; half of 10's payment is too little. A year costs 14,500 yen; 6 was insured for
 * five months, 7 for three.
 */
class SecondAprilTest {

    private static final int PEOPLE = 11;
    private static PensionScene scene;
    private static List<String> february = List.of();
    private static List<String> april;
    private static List<String> june = List.of();
    private static List<Row> instalments = List.of();

    @BeforeAll
    static void twoYears() {
        scene = new PensionScene(p -> "ネンキン　" + "アイウエオカキクケコサシ".charAt((int) p));
        scene.usage("koki.levelling", "AUGUST");
        scene.usage("koki.midYearStart", "1");
        scene.firstApril(PEOPLE, Stream.of(1L, 8L, 11L).map(p -> deduction(p, 2_000)).toList());
        firstSummer();
        winter();
        april = springOf2027();
        summerOf2027();
    }

    private static void firstSummer() {
        LocalDate may = LocalDate.of(2026, 5, 20);
        scene.candidates(
                "2026-05-20",
                List.of(
                        scene.row(2, "00", may, 1_200_000)
                                .set(PensionFile.DIVISION, "01")
                                .build()));
        decided(
                "2026-07-01",
                List.of(1L, 2L, 3L, 4L, 5L, 8L, 9L, 10L, 11L).stream()
                        .map(p -> premium(p, 1, 0, LocalDate.of(2026, 7, 1)))
                        .toList());
        scene.day("2026-07-24");
        scene.answer("2026-08-04", scene.city().sent(FileKind.Z32), "02", "");
        scene.added("2026-08-05", "2026-06-01", 1_200_000, 3);
        scene.added("2026-10-05", "2026-08-01", 1_200_000, 4);
        scene.answer("2026-10-26", scene.orders("2026-10-15"), "32", "");
    }

    private static void winter() {
        scene.added("2026-12-07", "2026-10-01", 1_200_000, 5, 9);
        scene.added("2026-12-08", "2026-10-01", 170_000, 10);
        scene.answer("2026-12-22", scene.orders("2026-12-15"), "32", "");
        LocalDate day = LocalDate.of(2027, 1, 8);
        decided("2027-01-08", List.of(months(6, 5, 6_000, day)));
        scene.added("2027-02-05", "2026-12-01", 1_200_000, 6);
        List<Row> orders = scene.orders("2027-02-15");
        february = asked(orders);
        scene.results(
                "2027-02-22",
                taken(1, 2_800),
                taken(2, 2_400),
                taken(3, 2_700),
                taken(4, 3_600),
                failed(8),
                taken(11, 2_800));
        scene.answer("2027-02-23", orders, "32", "02", 9);
        LocalDate march = LocalDate.of(2027, 3, 8);
        decided("2027-03-08", List.of(months(7, 3, 3_600, march)));
        scene.city()
                .send(
                        FileKind.U_INSURED,
                        CityScene.UNION,
                        march,
                        List.of(
                                insured(11, PensionScene.name(11), "ネンキン　シ")
                                        .copy()
                                        .set(InsuredFile.VERSION, 2L)
                                        .set(InsuredFile.CHANGE, "02")
                                        .set(InsuredFile.LOST_BY, "01")
                                        .set(InsuredFile.LOST_ON, LocalDate.of(2027, 3, 3))
                                        .build()));
        scene.day("2027-03-09");
    }

    private static List<String> springOf2027() {
        scene.day("2027-04-01");
        instalments = scene.city().sent(FileKind.U_INSTALMENT);
        scene.added("2027-04-05", "2027-02-01", 1_200_000, 7);
        List<Row> orders = scene.orders("2027-04-15");
        scene.results("2027-04-20", taken(1, 2_800), taken(5, 2_400));
        scene.answer("2027-04-22", orders, "32", "");
        return asked(orders);
    }

    private static void summerOf2027() {
        List<Row> added = scene.orders("2027-06-15");
        List<Row> levelled = scene.orders("2027-06-16");
        june = Stream.concat(asked(added).stream(), asked(levelled).stream()).toList();
        scene.answer("2027-06-22", added, "32", "");
        scene.answer("2027-06-23", levelled, "62", "");
        LocalDate july = LocalDate.of(2027, 7, 1);
        decided(
                "2027-07-01",
                Stream.of(1L, 5L, 6L, 7L, 9L)
                        .map(p ->
                                premium(p, 1, 0, july)
                                        .copy()
                                        .set(PremiumFile.LEVY_YEAR, 2027L)
                                        .set(PremiumFile.DECISION_YEAR, 2027L)
                                        .build())
                        .toList());
    }

    private static void decided(String date, List<Row> premiums) {
        scene.city().send(FileKind.U_PREMIUM, CityScene.UNION, LocalDate.parse(date), premiums);
        scene.day(date);
    }

    private static Row months(long person, long months, long yen, LocalDate day) {
        return premium(person, 1, 0, day)
                .copy()
                .set(PremiumFile.MONTHS1, months)
                .set(PremiumFile.CITY_PREMIUM, yen)
                .set(PremiumFile.TOTAL_PREMIUM, yen)
                .build();
    }

    @AfterAll
    static void close() {
        assertThat(scene.city().get(LedgerVerify.class).verify()).isEmpty();
        scene.close();
    }

    private static String plan2027(long person) {
        List<String> plans = scene.plans(person, 2027);
        return plans.isEmpty() ? "" : plans.getFirst();
    }

    @Test
    @Requirement({"T06", "D03"})
    void april_june_and_august_take_what_the_payer_told_of_february() {
        assertThat(plan2027(1)).isEqualTo("仮徴収: 2800 2800 2800 / ");
        assertThat(plan2027(2)).as("since October").isEqualTo("仮徴収: 2400 2400 2400 / ");
        assertThat(plan2027(3)).as("since December").isEqualTo("仮徴収: 2700 2700 2700 / ");
        assertThat(plan2027(4)).as("since February").isEqualTo("仮徴収: 3600 3600 3600 / ");
        assertThat(instalments)
                .filteredOn(row -> row.get(InstalmentFile.PERSON_NO) == 1)
                .extracting(row ->
                        row.get(InstalmentFile.LEVY_YEAR) + " " + row.get(InstalmentFile.AMOUNT))
                .containsExactly("2027 2800", "2027 2800", "2027 2800");
        assertThat(scene.letters(3)).contains("仮徴収額決定通知書");
    }

    @Test
    @Requirement({"T06", "T10"})
    void nobody_is_deducted_provisionally_whose_february_failed_or_who_died() {
        assertThat(scene.plans(8, 2027)).isEmpty();
        assertThat(scene.plans(11, 2027)).isEmpty();
    }

    @Test
    @Requirement({"T14", "T08"})
    void who_was_captured_in_october_is_asked_for_in_february_and_begins_in_april() {
        assertThat(february).containsExactly("5 3101 2400 2400", "9 3101 2400 2400", "10 3103 0 0");
        assertThat(plan2027(5)).isEqualTo("仮徴収の開始: 2400 2400 2400 / ");
        assertThat(
                        scene.list(
                                """
                                select charged || ' ' || open from levy.v_instalment
                                where person_no = :person and levy_year = 2027 and method = 1 and period = 4
                                """,
                                5))
                .containsExactly("2400 0");
    }

    @Test
    @Requirement({"T09", "T03"})
    void who_was_refused_keeps_this_years_plan_and_pays_next_years_by_slips() {
        assertThat(scene.plans(9, 2026)).hasSize(1);
        assertThat(scene.plans(9, 2027))
                .containsExactly("本算定:  / 1900 1800 1800 1800 1800 1800 1800 1800");
        assertThat(scene.plans(10, 2027)).isEmpty();
    }

    @Test
    @Requirement("T14")
    void starts_of_june_and_august_take_a_share_of_the_premium_of_a_whole_year() {
        assertThat(april).containsExactly("6 3101 2400 2400");
        assertThat(plan2027(6)).isEqualTo("仮徴収の開始: 2400 2400 / ");
        assertThat(june).first().isEqualTo("7 3101 2400 0");
        assertThat(plan2027(7)).isEqualTo("仮徴収の開始: 2400 / ");
    }

    @Test
    @Requirement({"T07", "T11"})
    void august_is_levelled_for_those_of_last_february_only() {
        assertThat(june).contains("1 6100 1600 0").noneMatch(one -> one.startsWith("5 61"));
        assertThat(scene.plans(1, 2027))
                .containsExactly(
                        "仮徴収: 2800 2800 2800 / ",
                        "平準化: 2800 2800 1600 / ",
                        "本算定: 2800 2800 1600 2500 2400 2400 / ");
    }

    @Test
    @Requirement({"D03", "T08"})
    void in_july_the_rest_of_the_year_is_taken_from_october_on() {
        assertThat(scene.plans(6, 2027)).last().isEqualTo("本算定: 2400 2400 3300 3200 3200 / ");
        assertThat(scene.plans(7, 2027)).last().isEqualTo("本算定: 2400 4100 4000 4000 / ");
    }
}
