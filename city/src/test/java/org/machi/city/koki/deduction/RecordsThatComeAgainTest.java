package org.machi.city.koki.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.deduction;
import static org.machi.city.SamplePeople.premium;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.levy.LedgerVerify;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PensionFile;
import org.machi.platform.files.FileDecisions;
import org.machi.platform.files.FileDecisions.Decider;
import org.machi.platform.files.FileRecords;
import org.machi.platform.proof.Requirement;

/**
 * Records of the pension's payer that find their person long after they came: what they tell
 * belongs to the day of which they tell, not to the day on which they are taken again. Only 1 is
 * deducted since the former system's days.
 */
class RecordsThatComeAgainTest {

    private PensionScene scene;
    private CityScene city;

    @BeforeEach
    void spring() {
        scene = new PensionScene(p -> "ネンキン　" + "アイウエ".charAt((int) p));
        city = scene.city();
        scene.firstApril(3, List.of(deduction(1, 2_000)));
    }

    @AfterEach
    void close() {
        assertThat(city.get(LedgerVerify.class).verify()).isEmpty();
        scene.close();
    }

    /** A record of which neither number nor name is known. */
    private Row.Builder unknown(long person, String notice, String on, long amount) {
        return scene.row(person, notice, LocalDate.parse(on), amount)
                .set(PensionFile.PENSION_NO, number(person))
                .set(PensionFile.NAME_KANA, "ﾍﾞﾂﾉ ﾅﾏｴ");
    }

    private static String number(long person) {
        return "000000777" + person;
    }

    private void failed(String date, String paidOn, long person) {
        city.send(
                FileKind.Z34,
                "NENKIN",
                LocalDate.parse(date),
                List.of(unknown(person, "22", paidOn, 0).set(PensionFile.DIVISION, "03").build()));
        scene.day(date);
    }

    private void numberTold(String date, long person) {
        numberTold(date, date, person);
    }

    /** The payer names the person under the number, so that the number is known. */
    private void numberTold(String date, String captured, long person) {
        scene.candidates(
                date,
                List.of(
                        scene.row(person, "00", LocalDate.parse(captured), 1_200_000)
                                .set(PensionFile.PENSION_NO, number(person))
                                .set(PensionFile.DIVISION, "02")
                                .build()));
    }

    private void decided(long... people) {
        LocalDate july = LocalDate.of(2026, 7, 1);
        city.send(
                FileKind.U_PREMIUM,
                CityScene.UNION,
                july,
                LongStream.of(people).mapToObj(p -> premium(p, 1, 0, july)).toList());
        scene.day("2026-07-01");
    }

    private void answered(String date, Row... rows) {
        city.send(FileKind.Z33, "NENKIN", LocalDate.parse(date), List.of(rows));
        scene.day(date);
    }

    private Row answer(Row.Builder row, String result) {
        return row.set(PensionFile.DIVISION, "01").set(PensionFile.RESULT, result).build();
    }

    private List<String> state(long person) {
        return scene.list(
                """
                select d.state || coalesce((select ' ' || coalesce(o.result, '-') from koki.deduction_order o
                    where o.insured_no = d.insured_no and o.notice = '01'), '')
                from koki.deduction d where d.person_no = :person
                """,
                person);
    }

    private long lastFile(FileKind kind) {
        return city.db()
                .sql("select max(id) from files.file where kind = :kind and direction = 'IN'")
                .param("kind", kind.code())
                .query(Long.class)
                .single();
    }

    private void again(FileKind kind, String date) {
        again(lastFile(kind), date);
    }

    private void again(long file, String date) {
        assertThat(
                        city.get(FileDecisions.class)
                                .again(
                                        city.get(FileRecords.class).find(file).orElseThrow(),
                                        new Decider("100", "山田 一郎", "登録した"))
                                .done())
                .isTrue();
        scene.day(date);
    }

    @Test
    @Requirement({"T12", "T02"})
    void an_april_that_failed_is_april_though_its_record_finds_its_person_in_june() {
        failed("2026-04-20", "2026-04-15", 1);
        numberTold("2026-06-23", 1);
        again(FileKind.Z34, "2026-06-24");
        assertThat(scene.summedPlans(1, 2026))
                .containsExactly("仮徴収: 2000 2000 2000 / 0", "特別徴収不能: 0 0 0 / 0");
    }

    @Test
    @Requirement("T12")
    void a_february_that_failed_goes_to_a_slip_of_its_own_year_though_it_is_april_now() {
        decided(1);
        failed("2027-02-22", "2027-02-15", 1);
        numberTold("2027-04-05", 1);
        again(FileKind.Z34, "2027-04-06");
        assertThat(scene.summedPlans(1, 2026))
                .last()
                .isEqualTo("特別徴収不能: 2000 2000 2000 2900 2800 0 / 2800");
    }

    @Test
    @Requirement({"T09", "T02"})
    void an_old_answer_does_not_answer_a_newer_request() {
        numberTold("2026-05-08", 2);
        answered(
                "2026-05-11",
                answer(
                        scene.row(2, "02", LocalDate.of(2026, 5, 11), 0)
                                .set(PensionFile.PENSION_NO, number(2)),
                        "02"),
                answer(unknown(3, "02", "2026-05-11", 0), "02"));
        numberTold("2026-05-20", 3);
        decided(2, 3);
        scene.day("2026-07-24");
        assertThat(state(3)).containsExactly("REQUESTED -");
        again(FileKind.Z33, "2026-07-27");
        assertThat(state(2)).containsExactly("REQUESTED -");
        assertThat(state(3)).containsExactly("REQUESTED -");
    }

    @Test
    @Requirement({"T09", "T02"})
    void an_answer_that_finds_its_person_late_answers_the_request() {
        scene.candidates(
                "2026-05-20",
                List.of(
                        scene.row(3, "00", LocalDate.of(2026, 5, 20), 1_200_000)
                                .set(PensionFile.DIVISION, "01")
                                .build()));
        decided(3);
        scene.day("2026-07-24");
        answered("2026-08-04", answer(unknown(3, "02", "2026-08-04", 0), "00"));
        assertThat(state(3)).containsExactly("REQUESTED -");
        numberTold("2026-08-05", 3);
        again(FileKind.Z33, "2026-08-06");
        assertThat(state(3)).containsExactly("IN_FORCE 00");
    }

    @Test
    @Requirement({"T01", "T02"})
    void an_old_capture_neither_replaces_a_newer_one_nor_revives_who_was_stopped_since() {
        city.send(
                FileKind.Z31,
                "NENKIN",
                LocalDate.of(2026, 5, 1),
                List.of(
                        candidate(unknown(1, "00", "2026-05-01", 170_000)),
                        candidate(unknown(2, "00", "2026-05-01", 170_000))));
        scene.day("2026-05-01");
        long old = lastFile(FileKind.Z31);
        numberTold("2026-05-20", "2026-04-20", 1);
        numberTold("2026-05-21", 2);
        failed("2026-06-22", "2026-06-15", 1);
        assertThat(state(1)).containsExactly("STOPPED");
        again(old, "2026-06-25");
        assertThat(state(1)).containsExactly("STOPPED");
        assertThat(
                        scene.list(
                                "select captured_on || ' ' || pension_yearly from koki.deduction where person_no = :person",
                                2))
                .containsExactly("2026-05-21 1200000");
    }

    private static Row candidate(Row.Builder row) {
        return row.set(PensionFile.DIVISION, "01").build();
    }

    @Test
    @Requirement("T06")
    void the_payers_own_february_stands_before_what_the_former_system_handed_over() {
        for (long yen : List.of(2_500L, 2_600L)) {
            LocalDate day = LocalDate.of(2026, 4, 2).plusDays(yen / 100 - 25);
            city.send(
                    FileKind.Z34,
                    "NENKIN",
                    day,
                    List.of(
                            scene.row(1, "22", LocalDate.of(2026, 2, day.getDayOfMonth()), yen)
                                    .set(PensionFile.DIVISION, "00")
                                    .build()));
            scene.day(day.toString());
        }
        assertThat(
                        scene.list(
                                """
                                select l.levy_year || ' ' || l.amount from koki.v_last_deduction l
                                join koki.insured i using (insured_no) where i.person_no = :person
                                """,
                                1))
                .containsExactly("2025 2600");
    }
}
