package org.machi.city.koki.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.care;
import static org.machi.city.SamplePeople.deduction;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.SamplePeople.resident;

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
import org.machi.formats.layout.FormerFiles;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.PremiumFile;
import org.machi.formats.text.BankKana;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.Parameters;
import org.machi.platform.proof.Requirement;

/**
 * A city that levels August and starts in December and February. 1 is 土浦市's published example:
 * 4,000 yen in February, 48,000 yen a year; the payer does not accept the change of 2; what August
 * would take from 3 is more than half of the payment. 4 pays by slips and is captured on 1 June, 5
 * on 1 August; both are charged 14,500 yen in eight periods.
 */
class DeductionUsagesTest {

    private static CityScene city;
    private static List<Row> levelled;
    private static List<Row> added;

    @BeforeAll
    static void aYear() {
        city = new CityScene();
        usage("koki.levelling", "AUGUST");
        usage("koki.midYearStart", "1");
        april();
        city.emptyOutbox();
        city.day("2026-06-16");
        levelled = city.sent(FileKind.Z3A);
        LocalDate answered = LocalDate.of(2026, 6, 23);
        city.send(
                FileKind.Z33,
                "NENKIN",
                answered,
                levelled.stream().map(asked -> answer(asked, answered, "62", 2)).toList());
        city.day("2026-06-23");
        july();
        candidate("2026-08-05", "2026-06-01", 4);
        candidate("2026-10-05", "2026-08-01", 5);
        city.emptyOutbox();
        city.day("2026-10-15");
        added = city.sent(FileKind.Z3A);
        LocalDate october = LocalDate.of(2026, 10, 26);
        city.send(
                FileKind.Z33,
                "NENKIN",
                october,
                added.stream().map(asked -> answer(asked, october, "32", 0)).toList());
        city.day("2026-10-26");
        city.emptyOutbox();
        city.day("2026-12-15");
        city.send(
                FileKind.Z34,
                "NENKIN",
                LocalDate.of(2026, 12, 21),
                List.of(
                        row(4, "22", LocalDate.of(2026, 12, 15), 2_700)
                                .set(PensionFile.DIVISION, "00")
                                .build()));
        city.day("2026-12-21");
    }

    private static void april() {
        LocalDate april = LocalDate.of(2026, 4, 1);
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                april,
                people().mapToObj(p -> resident(p, 100 + p, "特徴　" + p, kana(p))).toList());
        city.send(
                FileKind.MIG_DEDUCTION,
                "OLD",
                april,
                List.of(
                        of(1, 48_000, 1_200_000),
                        of(2, 48_000, 1_200_000),
                        of(3, 48_000, 120_000)));
        city.send(
                FileKind.KAIGO_DED,
                "KAIGO",
                april,
                people().mapToObj(p -> care(p, 5_000)).toList());
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                april,
                people().mapToObj(p -> insured(p, "特徴　" + p, kana(p))).toList());
        city.day("2026-04-01");
    }

    private static void july() {
        LocalDate july = LocalDate.of(2026, 7, 1);
        city.send(
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
        city.day("2026-07-01");
    }

    @AfterAll
    static void close() {
        assertThat(city.get(LedgerVerify.class).verify()).isEmpty();
        city.close();
    }

    private static LongStream people() {
        return LongStream.rangeClosed(1, 5);
    }

    private static String kana(long person) {
        return "トクチョウ　" + "アイウエオカ".charAt((int) person);
    }

    private static void usage(String code, String value) {
        city.get(Parameters.class)
                .change(
                        new Parameter(
                                code, value, LocalDate.of(2020, 4, 1), LocalDate.MAX, "試験", 'D'));
    }

    private static Row of(long person, long year, long pension) {
        return deduction(person, 4_000)
                .copy()
                .set(FormerFiles.Deduction.YEAR_PREMIUM, year)
                .set(FormerFiles.Deduction.PENSION_YEARLY, pension)
                .build();
    }

    private static Row answer(Row asked, LocalDate on, String notice, long refused) {
        boolean no = Long.parseLong(asked.get(PensionFile.PENSION_NO)) == refused;
        return asked.copy()
                .set(PensionFile.NOTICE, notice)
                .set(PensionFile.RESULT, no ? "03" : "00")
                .set(PensionFile.MADE_ON, on)
                .build();
    }

    private static void candidate(String date, String captured, long person) {
        LocalDate day = LocalDate.parse(date);
        city.send(
                FileKind.Z31,
                "NENKIN",
                day,
                List.of(
                        row(person, "30", LocalDate.parse(captured), 1_200_000)
                                .set(PensionFile.DIVISION, "01")
                                .build()));
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
                .set(PensionFile.NAME_KANA, BankKana.reduce(kana(person), 25).text())
                .set(PensionFile.EVENT_ON, on)
                .set(PensionFile.AMOUNT1, amount)
                .set(PensionFile.AMOUNT2, 0L)
                .set(PensionFile.AMOUNT3, 0L);
    }

    private static List<String> asked(List<Row> rows) {
        return rows.stream()
                .map(row ->
                        Long.parseLong(row.get(PensionFile.PENSION_NO))
                                + " "
                                + row.get(PensionFile.NOTICE)
                                + row.get(PensionFile.DIVISION)
                                + " "
                                + row.get(PensionFile.AMOUNT1)
                                + " "
                                + row.get(PensionFile.AMOUNT2))
                .toList();
    }

    /** The deductions of each plan, then what is still due by slips. */
    private static List<String> plans(long person) {
        return city.db()
                .sql(
                        """
                        select p.reason || ': ' || coalesce(string_agg(r.amount::text, ' ' order by r.due_on)
                                 filter (where r.method = 1), '')
                               || ' / ' || coalesce(string_agg(r.amount::text, ' ' order by r.due_on)
                                 filter (where r.method = 2), '')
                        from koki.plan p join koki.plan_row r using (levy_year, assessment_no, plan_version)
                        where p.person_no = :person
                        group by p.plan_version, p.reason order by p.plan_version
                        """)
                .param("person", person)
                .query(String.class)
                .list();
    }

    private static List<String> letters(long person) {
        return city.db()
                .sql("select title from koki.letter where person_no = :person order by letter_no")
                .param("person", person)
                .query(String.class)
                .list();
    }

    @Test
    @Requirement({"T07", "T06"})
    void august_takes_what_april_and_june_left_of_half_a_year_and_the_rest_is_even() {
        assertThat(asked(levelled)).containsExactly("1 6100 16000 0", "2 6100 16000 0");
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
        assertThat(asked(added)).containsExactly("4 3101 2700 2700");
        assertThat(plans(4))
                .containsExactly(
                        "本算定:  / 1900 1800 1800 1800 1800 1800 1800 1800",
                        "年度途中の特別徴収開始: 2700 2700 / 1900 1800 1800 1800 1800 0 0 0");
        assertThat(letters(4)).contains("特別徴収開始通知書");
        assertThat(
                        city.db()
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
