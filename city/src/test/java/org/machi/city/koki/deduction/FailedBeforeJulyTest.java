package org.machi.city.koki.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.care;
import static org.machi.city.SamplePeople.deduction;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.SamplePeople.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.levy.LedgerVerify;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PensionFile;
import org.machi.platform.proof.Requirement;

/**
 * 仮徴収 that fails before the July decision. February's 2,000 yen go on for all; of 1 nothing is
 * deducted in April, of 2 and 3 nothing in June. 1 in May and 3 at the end of June are named as
 * candidates again; 4 is deducted as planned. The year's premium is 14,500 yen.
 */
class FailedBeforeJulyTest {

    private static CityScene city;
    private static final List<Row> changes = new ArrayList<>();

    @BeforeAll
    static void spring() {
        city = new CityScene();
        LocalDate april = LocalDate.of(2026, 4, 1);
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                april,
                people().mapToObj(p -> resident(p, 100 + p, "不能　" + p, "フノウ")).toList());
        city.send(
                FileKind.MIG_DEDUCTION,
                "OLD",
                april,
                people().mapToObj(p -> deduction(p, 2_000)).toList());
        city.send(
                FileKind.KAIGO_DED,
                "KAIGO",
                april,
                people().mapToObj(p -> care(p, 5_000)).toList());
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                april,
                people().mapToObj(p -> insured(p, "不能　" + p, "フノウ")).toList());
        city.day("2026-04-01");
        results("2026-04-20", taken(2), taken(3), taken(4), failed(1));
        candidate("2026-05-20", 1);
        results("2026-06-22", taken(4), failed(2), failed(3));
        candidate("2026-06-25", 3);
        LocalDate july = LocalDate.of(2026, 7, 1);
        city.send(
                FileKind.U_PREMIUM,
                CityScene.UNION,
                july,
                people().mapToObj(p -> premium(p, 1, 0, july)).toList());
        city.day("2026-07-01");
    }

    private static LongStream people() {
        return LongStream.rangeClosed(1, 4);
    }

    @AfterAll
    static void close() {
        assertThat(city.get(LedgerVerify.class).verify()).isEmpty();
        city.close();
    }

    private record Result(long person, String division, long yen) {}

    private static Result taken(long person) {
        return new Result(person, "00", 2_000);
    }

    private static Result failed(long person) {
        return new Result(person, "03", 0);
    }

    private static void results(String date, Result... results) {
        LocalDate day = LocalDate.parse(date);
        List<Row> rows = new ArrayList<>();
        for (Result result : results) {
            rows.add(
                    row(result.person(), "22", day.withDayOfMonth(15), result.yen())
                            .set(PensionFile.DIVISION, result.division())
                            .build());
        }
        city.emptyOutbox();
        city.send(FileKind.Z34, "NENKIN", day, rows);
        city.day(date);
        changes.addAll(city.sent(FileKind.Z3A));
    }

    private static void candidate(String date, long person) {
        LocalDate day = LocalDate.parse(date);
        city.send(
                FileKind.Z31,
                "NENKIN",
                day,
                List.of(row(person, "00", day, 1_200_000).set(PensionFile.DIVISION, "01").build()));
        city.day(date);
    }

    private static Row.Builder row(long person, String notice, LocalDate on, long amount) {
        return PensionFile.LAYOUT
                .row()
                .set(PensionFile.MUNICIPALITY_CODE, CityScene.CITY.substring(0, 5))
                .set(PensionFile.COLLECTOR, "999")
                .set(PensionFile.NOTICE, notice)
                .set(PensionFile.SCHEME, "3")
                .set(PensionFile.MADE_ON, on)
                .set(PensionFile.PENSION_NO, "%010d".formatted(person))
                .set(PensionFile.PENSION_CODE, "1150")
                .set(PensionFile.BIRTH_ON, "1945-05-01")
                .set(PensionFile.SEX, "2")
                .set(PensionFile.NAME_KANA, "ﾌﾉｳ")
                .set(PensionFile.EVENT_ON, on)
                .set(PensionFile.AMOUNT1, amount)
                .set(PensionFile.AMOUNT2, 0L)
                .set(PensionFile.AMOUNT3, 0L);
    }

    /** The deductions of each plan, April first, then the sum of the slips. */
    private static List<String> plans(long person) {
        return city.db()
                .sql(
                        """
                        select p.reason || ': ' || string_agg(r.amount::text, ' ' order by r.due_on)
                                 filter (where r.method = 1)
                               || ' / ' || coalesce(sum(r.amount) filter (where r.method = 2), 0)
                        from koki.plan p join koki.plan_row r using (levy_year, assessment_no, plan_version)
                        where p.person_no = :person
                        group by p.plan_version, p.reason order by p.plan_version
                        """)
                .param("person", person)
                .query(String.class)
                .list();
    }

    @Test
    @Requirement({"T12", "T10"})
    void what_was_not_deducted_in_april_is_no_longer_planned_and_the_payer_is_told_to_stop() {
        assertThat(plans(1))
                .startsWith("仮徴収: 2000 2000 2000 / 0", "特別徴収不能: 0 0 0 / 0")
                .last()
                .isEqualTo("本算定: 0 0 0 2500 2400 2400 / 7200");
        assertThat(changes)
                .extracting(row ->
                        Long.parseLong(row.get(PensionFile.PENSION_NO))
                                + " "
                                + row.get(PensionFile.NOTICE)
                                + row.get(PensionFile.DIVISION))
                .containsExactly("1 4103", "2 4103", "3 4103");
    }

    @Test
    @Requirement({"T12", "D03"})
    void the_july_decision_counts_what_was_taken_in_april_and_not_what_failed_in_june() {
        assertThat(plans(2))
                .containsExactly(
                        "仮徴収: 2000 2000 2000 / 0", "特別徴収不能: 2000 0 0 / 0", "本算定: 2000 0 0 / 12500");
    }

    @Test
    void who_begins_anew_in_october_keeps_what_was_taken_in_april() {
        assertThat(plans(3)).last().isEqualTo("本算定: 2000 0 0 2100 2100 2100 / 6200");
        assertThat(
                        city.db()
                                .sql(
                                        "select coalesce(sum(over_arisen), 0) from levy.v_instalment where person_no = 3")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void who_was_deducted_as_planned_goes_on() {
        assertThat(plans(4)).last().isEqualTo("本算定: 2000 2000 2000 2900 2800 2800 / 0");
    }

    @Test
    void nothing_stays_open_that_no_payment_can_reach() {
        assertThat(
                        city.db()
                                .sql(
                                        """
                                        select person_no || ' ' || period from levy.v_instalment
                                        where method = 1 and open > 0 and due_on < date '2026-07-01' order by 1
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }
}
