package org.machi.city.koki.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.deduction;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.insuredNo;
import static org.machi.city.SamplePeople.premium;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
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
 * A year of 特別徴収, file by file. Of 1, 2, 5 and 6 February's amount was deducted; 3 is known to the
 * pension's payer by name only; 4 and 7 have the same name, birth day and sex. The payer refuses
 * 2's request, can't deduct from 5 in October, 6 dies in September and 3 in October.
 */
class DeductionYearTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static PensionScene scene;
    private static CityScene city;
    private static List<Row> requests;
    private static List<Row> changes;
    private static List<Row> instalments;

    @BeforeAll
    static void aYear() {
        scene = new PensionScene(DeductionYearTest::kana);
        city = scene.city();
        scene.firstApril(7, LongStream.of(1, 2, 5, 6).mapToObj(p -> deduction(p, 2_000)).toList());
        city.send(FileKind.Z31, "NENKIN", LocalDate.of(2026, 6, 10), candidates());
        city.day("2026-06-10");
        city.send(
                FileKind.U_PREMIUM,
                CityScene.UNION,
                JULY,
                LongStream.rangeClosed(1, 7).mapToObj(p -> premium(p, 1, 0, JULY)).toList());
        city.day("2026-07-01");
        city.day("2026-07-24");
        requests = city.sent(FileKind.Z32);
        LocalDate answered = LocalDate.of(2026, 8, 4);
        city.send(
                FileKind.Z33,
                "NENKIN",
                answered,
                requests.stream().map(r -> answer(r, answered)).toList());
        city.day("2026-08-04");
        changes = death();
        city.emptyOutbox();
        LocalDate paid = LocalDate.of(2026, 10, 15);
        city.send(
                FileKind.Z34,
                "NENKIN",
                LocalDate.of(2026, 10, 20),
                List.of(
                        pension(1, "22", paid, 2_900).set(PensionFile.DIVISION, "00").build(),
                        pension(3, "22", paid, 2_500).set(PensionFile.DIVISION, "00").build(),
                        pension(5, "22", paid, 0).set(PensionFile.DIVISION, "03").build()));
        LocalDate told = LocalDate.of(2026, 10, 20);
        city.send(
                FileKind.U_PREMIUM,
                CityScene.UNION,
                told,
                List.of(ended(3, told, LocalDate.of(2026, 10, 2), 10_000)));
        city.day("2026-10-20");
        instalments = city.sent(FileKind.U_INSTALMENT);
    }

    /** What the pension's payer hears on the day on which the city hears of a death. */
    private static List<Row> death() {
        LocalDate told = LocalDate.of(2026, 9, 7);
        LocalDate lost = LocalDate.of(2026, 9, 2);
        city.emptyOutbox();
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                told,
                List.of(
                        insured(6, "年金　6", kana(6))
                                .copy()
                                .set(InsuredFile.VERSION, 2L)
                                .set(InsuredFile.CHANGE, "02")
                                .set(InsuredFile.LOST_BY, "01")
                                .set(InsuredFile.LOST_ON, lost)
                                .build()));
        city.send(FileKind.U_PREMIUM, CityScene.UNION, told, List.of(ended(6, told, lost, 6_000)));
        city.day("2026-09-07");
        return city.sent(FileKind.Z3A);
    }

    private static Row ended(long person, LocalDate told, LocalDate lost, long left) {
        return premium(person, 2, 0, told)
                .copy()
                .set(PremiumFile.REASON, "05")
                .set(PremiumFile.LOST_ON, lost)
                .set(PremiumFile.CITY_PREMIUM, left)
                .build();
    }

    @AfterAll
    static void close() {
        assertThat(city.get(LedgerVerify.class).verify()).isEmpty();
        scene.close();
    }

    private static String kana(long person) {
        return switch ((int) person) {
            case 3 -> "キョウゴク　ガッツ";
            case 4, 7 -> "オナジ　ナマエ";
            default -> "ネンキン　" + "アイウエオカキ".charAt((int) person);
        };
    }

    private static Row.Builder pension(long person, String notice, LocalDate on, long amount) {
        return scene.row(person, notice, on, amount).set(PensionFile.NAME_KANA, "ﾍﾞﾂﾉ ﾅﾏｴ");
    }

    private static List<Row> candidates() {
        LocalDate day = LocalDate.of(2026, 6, 10);
        return List.of(
                pension(1, "00", day, 1_300_000).set(PensionFile.DIVISION, "02").build(),
                pension(3, "00", day, 900_000)
                        .set(PensionFile.DIVISION, "01")
                        .set(PensionFile.NAME_KANA, "ｷﾖｳｺﾞｸ ｶﾞﾂﾂ")
                        .build(),
                pension(4, "00", day, 900_000)
                        .set(PensionFile.DIVISION, "01")
                        .set(PensionFile.NAME_KANA, "ｵﾅｼﾞ ﾅﾏｴ")
                        .build());
    }

    private static Row answer(Row asked, LocalDate on) {
        boolean refused = asked.get(PensionFile.PENSION_NO).endsWith("2");
        return asked.copy()
                .set(PensionFile.NOTICE, "02")
                .set(PensionFile.RESULT, refused ? "02" : "00")
                .set(PensionFile.MADE_ON, on)
                .build();
    }

    private static List<String> list(String sql, long person) {
        return city.db().sql(sql).param("person", person).query(String.class).list();
    }

    /**
     * Versions of a person's plan: reason, deductions of October, December, February, and slips.
     */
    private static List<String> plans(long person) {
        return list(
                """
                select p.reason || ': ' || string_agg(r.amount::text, ' ' order by r.due_on)
                         filter (where r.method = 1 and r.period in (10, 12, 2))
                       || ' / ' || coalesce(sum(r.amount) filter (where r.method = 2), 0)
                from koki.plan p join koki.plan_row r using (levy_year, assessment_no, plan_version)
                where p.person_no = :person and not p.provisional
                group by p.levy_year, p.assessment_no, p.plan_version, p.reason order by p.plan_version
                """,
                person);
    }

    @Test
    @Requirement({"T01", "T02", "I15"})
    void a_record_is_matched_by_number_then_by_kana_birth_day_and_sex_and_never_by_guess() {
        assertThat(
                        list(
                                """
                                select pension_no || ' ' || coalesce(insured_no, '-') from koki.pension_record
                                where notice = '00' and :person = 0 order by pension_no
                                """,
                                0))
                .containsExactly(
                        "0000000001 " + insuredNo(1), "0000000003 " + insuredNo(3), "0000000004 -");
        assertThat(city.lastFile(FileKind.Z31)).contains("突合不能1");
    }

    @Test
    @Requirement({"T08", "D03", "I14"})
    void the_july_request_names_octobers_amount_and_that_of_each_later_payment() {
        assertThat(requests)
                .extracting(row ->
                        Long.parseLong(row.get(PensionFile.PENSION_NO))
                                + " "
                                + row.get(PensionFile.NOTICE)
                                + row.get(PensionFile.DIVISION)
                                + " "
                                + row.get(PensionFile.AMOUNT1)
                                + " "
                                + row.get(PensionFile.AMOUNT2))
                .containsExactlyInAnyOrder(
                        "1 0101 2900 2800",
                        "2 0101 2900 2800",
                        "3 0101 2500 2400",
                        "5 0101 2900 2800",
                        "6 0101 2900 2800");
    }

    @Test
    @Requirement({"T09"})
    void who_is_refused_pays_the_rest_by_slips() {
        assertThat(plans(2)).containsExactly("本算定: 2900 2800 2800 / 0", "特別徴収不受理: 0 0 0 / 8500");
        assertThat(list("select reason from koki.deduction where person_no = :person", 2))
                .containsExactly("依頼不受理 02");
    }

    @Test
    @Requirement({"T12"})
    void what_was_deducted_is_a_receipt_of_the_pay_months_instalment() {
        assertThat(
                        list(
                                """
                                select charged || ' ' || open from levy.v_instalment
                                where person_no = :person and method = 1 and period = 10
                                """,
                                1))
                .containsExactly("2900 0");
        assertThat(plans(1)).containsExactly("本算定: 2900 2800 2800 / 0");
    }

    @Test
    @Requirement({"T12", "D10", "D01"})
    void what_could_not_be_deducted_goes_to_slips_and_the_union_hears_of_the_new_plan() {
        assertThat(plans(5)).containsExactly("本算定: 2900 2800 2800 / 0", "特別徴収不能: 0 0 0 / 8500");
        assertThat(instalments)
                .filteredOn(row -> row.get(InstalmentFile.PERSON_NO) == 5)
                .filteredOn(row -> row.get(InstalmentFile.METHOD).equals("2"))
                .extracting(row -> row.get(InstalmentFile.AMOUNT))
                .satisfies(amounts ->
                        assertThat(amounts.stream().mapToLong(Long::longValue).sum())
                                .isEqualTo(8_500));
    }

    @Test
    @Requirement({"D01", "D05", "D06"})
    void a_stop_on_the_day_of_a_result_keeps_what_was_deducted() {
        assertThat(plans(3)).containsExactly("本算定: 2500 2400 2400 / 7200", "月次更正: 2500 0 0 / 7500");
    }

    @Test
    @Requirement({"T10"})
    void a_death_stops_the_deduction_with_its_reason_and_day() {
        assertThat(changes)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(PensionFile.PENSION_NO)).isEqualTo("0000000006");
                    assertThat(row.get(PensionFile.NOTICE)).isEqualTo("41");
                    assertThat(row.get(PensionFile.DIVISION)).isEqualTo("01");
                    assertThat(row.get(PensionFile.EVENT_ON)).isEqualTo("2026-09-02");
                });
    }
}
