package org.machi.city.koki.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.deduction;
import static org.machi.city.SamplePeople.premium;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.levy.LedgerVerify;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.FormerFiles;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.proof.Requirement;

/**
 * A city that levels August and starts in December and February. 1 is 土浦市's published example:
 * 4,000 yen in February, 48,000 yen a year; the payer does not accept the change of 2; what August
 * would take from 3 is more than half of the payment. 4 pays by slips and is captured on 1 June, 5
 * on 1 August; both are charged 14,500 yen in eight periods.
 */
class DeductionUsagesTest {

    private static PensionScene scene;
    private static List<Row> levelled = List.of();
    private static List<Row> added = List.of();

    @BeforeAll
    static void aYear() {
        scene = new PensionScene(p -> "トクチョウ　" + "アイウエオカ".charAt((int) p));
        scene.usage("koki.levelling", "AUGUST");
        scene.usage("koki.midYearStart", "1");
        scene.firstApril(
                5,
                List.of(
                        of(1, 48_000, 1_200_000),
                        of(2, 48_000, 1_200_000),
                        of(3, 48_000, 120_000)));
        levelled = scene.orders("2026-06-16");
        scene.answer("2026-06-23", levelled, "62", "03", 2);
        july();
        scene.added("2026-08-05", "2026-06-01", 1_200_000, 4);
        scene.added("2026-10-05", "2026-08-01", 1_200_000, 5);
        added = scene.orders("2026-10-15");
        scene.answer("2026-10-26", added, "32", "");
        scene.day("2026-12-15");
        scene.results("2026-12-21", PensionScene.Result.taken(4, 2_700));
    }

    private static void july() {
        LocalDate july = LocalDate.of(2026, 7, 1);
        scene.city()
                .send(
                        FileKind.U_PREMIUM,
                        CityScene.UNION,
                        july,
                        List.of(
                                premium(1, 1, 0, july)
                                        .copy()
                                        .set(PremiumFile.CITY_PREMIUM, 48_000L)
                                        .build(),
                                premium(4, 1, 0, july),
                                premium(5, 1, 0, july)));
        scene.day("2026-07-01");
    }

    @AfterAll
    static void close() {
        assertThat(scene.city().get(LedgerVerify.class).verify()).isEmpty();
        scene.close();
    }

    private static Row of(long person, long year, long pension) {
        return deduction(person, 4_000)
                .copy()
                .set(FormerFiles.Deduction.YEAR_PREMIUM, year)
                .set(FormerFiles.Deduction.PENSION_YEARLY, pension)
                .build();
    }

    private static List<String> plans(long person) {
        return scene.plans(person, 2026);
    }

    private static List<String> letters(long person) {
        return scene.letters(person);
    }

    @Test
    @Requirement({"T07", "T06"})
    void august_takes_what_april_and_june_left_of_half_a_year_and_the_rest_is_even() {
        assertThat(PensionScene.asked(levelled))
                .containsExactly("1 6100 16000 0", "2 6100 16000 0");
        assertThat(plans(1))
                .containsExactly(
                        "仮徴収: 4000 4000 4000 / ",
                        "平準化: 4000 4000 16000 / ",
                        "本算定: 4000 4000 16000 8000 8000 8000 / ");
        assertThat(letters(1)).startsWith("仮徴収額決定通知書", "仮徴収額変更通知書");
    }

    @Test
    @Requirement({"T11", "I15"})
    void a_change_that_the_payer_does_not_accept_is_undone() {
        assertThat(plans(2))
                .containsExactly(
                        "仮徴収: 4000 4000 4000 / ",
                        "平準化: 4000 4000 16000 / ",
                        "仮徴収額変更不受理: 4000 4000 4000 / ");
    }

    @Test
    @Requirement({"T04"})
    void more_than_half_of_a_payment_is_never_levelled() {
        assertThat(plans(3)).containsExactly("仮徴収: 4000 4000 4000 / ");
    }

    @Test
    @Requirement({"T01", "D03", "T08"})
    void a_start_in_december_takes_from_the_pension_what_slips_from_december_on_would_ask() {
        assertThat(PensionScene.asked(added)).containsExactly("4 3101 2700 2700");
        assertThat(plans(4))
                .containsExactly(
                        "本算定:  / 1900 1800 1800 1800 1800 1800 1800 1800",
                        "年度途中の特別徴収開始: 2700 2700 / 1900 1800 1800 1800 1800 0 0 0");
        assertThat(letters(4)).contains("特別徴収開始通知書");
        assertThat(
                        scene.city()
                                .db()
                                .sql(
                                        """
                                        select charged || ' ' || open from levy.v_instalment
                                        where person_no = 4 and method = 1 and period = 12
                                        """)
                                .query(String.class)
                                .single())
                .isEqualTo("2700 0");
    }

    @Test
    void a_start_in_february_takes_the_periods_that_fall_due_in_february() {
        // the period of January is due on Monday, 1 February
        assertThat(plans(5))
                .last()
                .isEqualTo("年度途中の特別徴収開始: 3600 / 1900 1800 1800 1800 1800 1800 0 0");
    }
}
