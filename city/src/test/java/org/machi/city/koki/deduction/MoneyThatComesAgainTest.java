package org.machi.city.koki.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.deduction;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.levy.LedgerVerify;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CareChargeFile;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.files.FileDecisions;
import org.machi.platform.files.FileDecisions.Decider;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.FileRecords;
import org.machi.platform.proof.Requirement;

/**
 * Rows about people whom the office did not know when the file came. Of 1 the pension's payer tells
 * the April deduction under a number that nobody has told before; 99's 介護 charge comes before 99.
 */
class MoneyThatComesAgainTest {

    private PensionScene scene;
    private CityScene city;

    @BeforeEach
    void spring() {
        scene = new PensionScene(p -> "ネンキン　" + "アイウ".charAt((int) p));
        city = scene.city();
        scene.firstApril(2, List.of(deduction(1, 2_000)));
    }

    @AfterEach
    void close() {
        assertThat(city.get(LedgerVerify.class).verify()).isEmpty();
        scene.close();
    }

    private static Row charge(long person) {
        LocalDate day = LocalDate.of(2026, 7, 10);
        return CareChargeFile.LAYOUT
                .row()
                .set(CareChargeFile.PERSON_NO, person)
                .set(CareChargeFile.CARE_NO, "%010d".formatted(person))
                .set(CareChargeFile.LEVY_YEAR, 2026L)
                .set(CareChargeFile.DECISION_YEAR, 2026L)
                .set(CareChargeFile.ASSESSMENT_NO, "26%08d".formatted(person))
                .set(CareChargeFile.PAST_YEAR, "1")
                .set(CareChargeFile.PERIOD, 1L)
                .set(CareChargeFile.VERSION, 1L)
                .set(CareChargeFile.CHANGE, "1")
                .set(CareChargeFile.CHARGED_ON, day)
                .set(CareChargeFile.DUE_ON, LocalDate.of(2026, 7, 31))
                .set(CareChargeFile.AMOUNT, 6_100L)
                .build();
    }

    private FileRecord last(FileKind kind) {
        long id =
                city.db()
                        .sql(
                                "select max(id) from files.file where kind = :kind and direction = 'IN'")
                        .param("kind", kind.code())
                        .query(Long.class)
                        .single();
        return city.get(FileRecords.class).find(id).orElseThrow();
    }

    private boolean again(FileKind kind) {
        return again(last(kind));
    }

    private boolean again(FileRecord file) {
        return city.get(FileDecisions.class)
                .again(file, new Decider("100", "山田 一郎", "登録した"))
                .done();
    }

    private List<String> instalments(String levy, long person) {
        return scene.list(
                "select charged || ' ' || open from levy.v_instalment where levy_code = '"
                        + levy
                        + "' and person_no = :person order by due_on limit 1",
                person);
    }

    @Test
    @Requirement({"T12", "T02"})
    void a_deduction_under_an_unknown_number_is_booked_when_the_number_is_known() {
        LocalDate paid = LocalDate.of(2026, 4, 15);
        city.send(
                FileKind.Z34,
                "NENKIN",
                LocalDate.of(2026, 4, 20),
                List.of(
                        scene.row(1, "22", paid, 2_000)
                                .set(PensionFile.PENSION_NO, "0000000777")
                                .set(PensionFile.NAME_KANA, "ﾍﾞﾂﾉ ﾅﾏｴ")
                                .set(PensionFile.DIVISION, "00")
                                .build()));
        scene.day("2026-04-20");
        assertThat(city.lastFile(FileKind.Z34)).contains("突合不能1");
        assertThat(instalments("KOKI", 1)).containsExactly("2000 2000");
        LocalDate told = LocalDate.of(2026, 5, 20);
        scene.candidates(
                "2026-05-20",
                List.of(
                        scene.row(1, "00", told, 1_200_000)
                                .set(PensionFile.PENSION_NO, "0000000777")
                                .set(PensionFile.DIVISION, "02")
                                .build()));
        assertThat(again(FileKind.Z34)).isTrue();
        scene.day("2026-05-21");
        assertThat(instalments("KOKI", 1)).containsExactly("2000 0");
        assertThat(scene.list("select state from levy.receipt where person_no = :person", 1))
                .containsExactly("FINAL");
        assertThat(again(FileKind.Z34)).as("nothing waits any more").isFalse();
    }

    @Test
    @Requirement("I14")
    void a_charge_of_somebody_unknown_is_taken_when_the_person_is_on_record() {
        LocalDate july = LocalDate.of(2026, 7, 10);
        city.send(FileKind.KAIGO_CHARGE, "KAIGO", july, List.of(charge(2), charge(99)));
        scene.day("2026-07-10");
        assertThat(city.lastFile(FileKind.KAIGO_CHARGE)).startsWith("APPLIED 1");
        assertThat(instalments("KAIGO", 99)).isEmpty();
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                july.plusDays(3),
                List.of(
                        residentBuilder(99, 199, "転入　久", "テンニュウ　ヒサシ")
                                .set(ResidentFile.EVENT, "01")
                                .build()));
        scene.day("2026-07-13");
        assertThat(again(FileKind.KAIGO_CHARGE)).isTrue();
        scene.day("2026-07-14");
        assertThat(instalments("KAIGO", 99)).containsExactly("6100 6100");
        assertThat(instalments("KAIGO", 2)).as("not charged twice").containsExactly("6100 6100");
        assertThat(city.lastFile(FileKind.KAIGO_CHARGE))
                .startsWith("APPLIED 0 ")
                .contains("／再取込：除外した行1件のうち1件を取込");
    }

    @Test
    @Requirement("I14")
    void a_charge_that_is_taken_late_does_not_undo_a_newer_one() {
        LocalDate july = LocalDate.of(2026, 7, 10);
        city.send(FileKind.KAIGO_CHARGE, "KAIGO", july, List.of(charge(99)));
        scene.day("2026-07-10");
        FileRecord old = last(FileKind.KAIGO_CHARGE);
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                july.plusDays(3),
                List.of(
                        residentBuilder(99, 199, "転入　久", "テンニュウ　ヒサシ")
                                .set(ResidentFile.EVENT, "01")
                                .build()));
        scene.day("2026-07-13");
        Row newer =
                charge(99)
                        .copy()
                        .set(CareChargeFile.VERSION, 2L)
                        .set(CareChargeFile.CHANGE, "3")
                        .set(CareChargeFile.AMOUNT, 5_000L)
                        .build();
        city.send(FileKind.KAIGO_CHARGE, "KAIGO", july.plusDays(4), List.of(newer));
        scene.day("2026-07-14");
        assertThat(again(old)).isTrue();
        scene.day("2026-07-15");
        assertThat(instalments("KAIGO", 99)).containsExactly("5000 5000");
    }
}
