package org.machi.city.koki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.insuredNo;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.SamplePeople.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.levy.LedgerVerify;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.FormerFiles;
import org.machi.formats.layout.InstalmentFile;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.proof.Requirement;

/**
 * 過年度更正 of a year that the former system closed with 60,000 yen for each. 1 and 3 had paid
 * everything, 2 still owed the last two periods of 10,000. In August the union decides less for all
 * of them; for 3 it decides more in September and less again in October.
 */
class PastYearCutTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static CityScene city;
    private static List<Row> reported;

    @BeforeAll
    static void threeDecisions() {
        city = new CityScene();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                LongStream.rangeClosed(1, 3)
                        .mapToObj(p -> resident(p, 100 + p, "過年　" + p, "カネン"))
                        .toList());
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                LongStream.rangeClosed(1, 3).mapToObj(p -> insured(p, "過年　" + p, "カネン")).toList());
        city.send(
                FileKind.MIG_CLOSING,
                "OLD",
                APRIL,
                List.of(closing(1, 0), closing(2, 20_000), closing(3, 0)));
        city.send(FileKind.MIG_ARREARS, "OLD", APRIL, List.of(arrear(2, 8), arrear(2, 9)));
        city.day("2026-04-01");
        LocalDate august = LocalDate.of(2026, 8, 5);
        decide(august, past(1, 2, 45_000), past(2, 2, 30_000), past(3, 2, 50_000));
        reported = city.sent(FileKind.U_INSTALMENT);
        decide(LocalDate.of(2026, 9, 7), past(3, 3, 70_000));
        decide(LocalDate.of(2026, 10, 7), past(3, 4, 40_000));
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private static void decide(LocalDate day, Row... rows) {
        city.emptyOutbox();
        city.send(FileKind.U_PREMIUM, CityScene.UNION, day, List.of(rows));
        city.day(day.toString());
        city.day(day.plusDays(1).toString());
    }

    private static Row past(long person, long version, long yen) {
        return premium(person, version, 0, LocalDate.of(2026, 8, 5))
                .copy()
                .set(PremiumFile.LEVY_YEAR, 2025L)
                .set(PremiumFile.DECISION_YEAR, 2026L)
                .set(PremiumFile.CITY_PREMIUM, yen)
                .set(PremiumFile.REASON, "12")
                .set(PremiumFile.REASON_TEXT, "過年度更正")
                .build();
    }

    private static Row closing(long person, long unpaid) {
        return FormerFiles.Closing.LAYOUT
                .row()
                .set(FormerFiles.Closing.PERSON_NO, person)
                .set(FormerFiles.Closing.INSURED_NO, insuredNo(person))
                .set(FormerFiles.Closing.ACCOUNT_YEAR, 2025L)
                .set(FormerFiles.Closing.LEVY_YEAR, 2025L)
                .set(FormerFiles.Closing.DECISION_YEAR, 2025L)
                .set(FormerFiles.Closing.ASSESSMENT_NO, "250000000" + person)
                .set(FormerFiles.Closing.METHOD, "2")
                .set(FormerFiles.Closing.CHARGED, 60_000L)
                .set(FormerFiles.Closing.RECEIVED, 60_000 - unpaid)
                .set(FormerFiles.Closing.REFUNDED, 0L)
                .set(FormerFiles.Closing.UNREFUNDED, 0L)
                .set(FormerFiles.Closing.WRITTEN_OFF, 0L)
                .set(FormerFiles.Closing.UNPAID, unpaid)
                .build();
    }

    private static Row arrear(long person, int period) {
        LocalDate due = LocalDate.of(2026, period - 6, 28);
        return FormerFiles.Arrears.LAYOUT
                .row()
                .set(FormerFiles.Arrears.PERSON_NO, person)
                .set(FormerFiles.Arrears.INSURED_NO, insuredNo(person))
                .set(FormerFiles.Arrears.LEVY_YEAR, 2025L)
                .set(FormerFiles.Arrears.DECISION_YEAR, 2025L)
                .set(FormerFiles.Arrears.ASSESSMENT_NO, "250000000" + person)
                .set(FormerFiles.Arrears.PERIOD, (long) period)
                .set(FormerFiles.Arrears.DUE_ON, due)
                .set(FormerFiles.Arrears.CHARGED, 10_000L)
                .set(FormerFiles.Arrears.RECEIVED, 0L)
                .set(FormerFiles.Arrears.UNPAID, 10_000L)
                .set(FormerFiles.Arrears.DEMAND_FEE, 0L)
                .set(FormerFiles.Arrears.DEMAND_FEE_PAID, 0L)
                .set(FormerFiles.Arrears.LATE_CHARGE_PAID, 0L)
                .set(FormerFiles.Arrears.LIMITATION_FROM, due.plusDays(1))
                .set(FormerFiles.Arrears.LIMITATION_BY, "1")
                .set(FormerFiles.Arrears.LIMITATION_ON, due.plusDays(1).plusYears(2))
                .build();
    }

    private static List<String> list(String sql) {
        return city.db().sql(sql).query(String.class).list();
    }

    /** Period, charged, open and over-payment of a person's levy year 2025. */
    private static List<String> account(long person) {
        return list(
                """
                select period || ': ' || charged || ' ' || open || ' ' || over_arisen from levy.v_instalment
                where levy_year = 2025 and person_no = %d order by decision_year, period
                """
                        .formatted(person));
    }

    @Test
    @Requirement({"D07", "F09"})
    void what_was_paid_above_the_new_premium_is_an_over_payment_and_is_paid_back() {
        assertThat(account(1)).containsExactly("99: 45000 0 15000");
        assertThat(
                        list(
                                """
                                select r.state || ' ' || r.principal || ' ' || i.reason from levy.refund r
                                join levy.refund_item i using (refund_id) where r.person_no = 1
                                """))
                .containsExactly("WAITING 15000 過納（減額）");
    }

    @Test
    void what_is_still_unpaid_is_cut_before_anything_is_paid_back() {
        assertThat(account(2)).containsExactly("8: 0 0 0", "9: 0 0 0", "99: 30000 0 10000");
    }

    @Test
    void an_increase_after_a_cut_is_a_charge_of_the_year_of_decision_and_a_cut_takes_it_back() {
        assertThat(
                        list(
                                """
                                select plan_version || ' ' || premium from koki.plan
                                where person_no = 3 order by plan_version
                                """))
                .containsExactly("1 0", "2 20000", "3 0");
        assertThat(account(3)).containsExactly("99: 40000 0 20000", "13: 0 0 0");
    }

    @Test
    void the_union_is_told_of_the_closed_year_as_it_stands_now() {
        assertThat(
                        reported.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                row -> row.get(InstalmentFile.PERSON_NO),
                                                java.util.TreeMap::new,
                                                Collectors.summingLong(
                                                        row -> row.get(InstalmentFile.AMOUNT))))
                                .toString())
                .isEqualTo("{1=45000, 2=30000, 3=50000}");
    }

    @Test
    void the_decision_is_told_although_nothing_is_to_be_paid() {
        assertThat(
                        list(
                                """
                                select title || ' ' || count(*) from koki.letter where levy_year = 2025 and person_no = 1
                                group by title
                                """))
                .containsExactly("保険料額決定通知書 1");
    }

    @Test
    void the_ledger_stays_true_and_keeps_what_was_opened_apart() {
        assertThat(city.get(LedgerVerify.class).verify()).isEmpty();
        List<String> books =
                new ArrayList<>(
                        list(
                                """
                                select kind || ' ' || (charged = collected + offset_in + written_off + open)
                                       || ' ' || (overpaid = refunded + offset_out + lapsed + held) || ' ' || charged
                                from levy.v_summary where levy_year = 2025 order by kind
                                """));
        assertThat(books)
                .contains("FORMER true true 115000")
                .allMatch(b -> b.contains("true true"));
    }
}
