package org.machi.city.koki.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.deduction;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.koki.deduction.PensionScene.Result.failed;
import static org.machi.city.koki.deduction.PensionScene.Result.taken;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    private static PensionScene scene;
    private static final List<Row> changes = new ArrayList<>();

    @BeforeAll
    static void spring() {
        scene = new PensionScene(p -> "フノウ");
        scene.firstApril(4, PensionScene.each(4, p -> deduction(p, 2_000)));
        results("2026-04-20", taken(2, 2_000), taken(3, 2_000), taken(4, 2_000), failed(1));
        candidate("2026-05-20", 1);
        results("2026-06-22", taken(4, 2_000), failed(2), failed(3));
        candidate("2026-06-25", 3);
        LocalDate july = LocalDate.of(2026, 7, 1);
        scene.city()
                .send(
                        FileKind.U_PREMIUM,
                        CityScene.UNION,
                        july,
                        PensionScene.each(4, p -> premium(p, 1, 0, july)));
        scene.day("2026-07-01");
    }

    @AfterAll
    static void close() {
        assertThat(scene.city().get(LedgerVerify.class).verify()).isEmpty();
        scene.close();
    }

    private static void results(String date, PensionScene.Result... results) {
        scene.results(date, results);
        changes.addAll(scene.city().sent(FileKind.Z3A));
    }

    private static void candidate(String date, long person) {
        scene.candidates(
                date,
                List.of(
                        scene.row(person, "00", LocalDate.parse(date), 1_200_000)
                                .set(PensionFile.DIVISION, "01")
                                .build()));
    }

    private static List<String> plans(long person) {
        return scene.summedPlans(person, 2026);
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
                        scene.city()
                                .db()
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
                        scene.city()
                                .db()
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
