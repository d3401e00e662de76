package org.machi.city.koki.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.SamplePeople.resident;
import static org.machi.city.SamplePeople.residentBuilder;
import static org.machi.city.SamplePeople.tax;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.NonResidentFile;
import org.machi.formats.layout.PremiumFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.proof.Requirement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 確認計算 of 東京都 令和8年度: who has a pension of 780,000 yen pays 14,924 yen a year of the medical part
 * (7.2割) and 390 of the child part. 1 is decided so; 2 lives with the rich head 8, which the union
 * does not know; 3 was there from October; 4 came from another city of the union; 5's months are
 * wrong; 6 owns a home with a notional head whose income nobody told; 7 moved out to another city
 * of the union; 10 came from outside (住登外) and goes on as 11, under which the income is known.
 */
class PremiumChecksTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static CityScene city;

    @BeforeAll
    static void july() {
        city = new CityScene();
        LocalDate april = LocalDate.of(2026, 4, 1);
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                april,
                LongStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9)
                        .mapToObj(PremiumChecksTest::inHome)
                        .toList());
        city.send(
                FileKind.TAX_ALL,
                "TAX",
                april,
                List.of(
                        tax(1, 780_000, 0),
                        tax(2, 780_000, 0),
                        tax(3, 780_000, 0),
                        tax(4, 780_000, 0),
                        tax(5, 780_000, 0),
                        tax(6, 780_000, 0),
                        tax(7, 780_000, 0),
                        tax(8, 6_000_000, 4_415_000),
                        tax(11, 780_000, 0)));
        city.send(FileKind.NONRES, "JUKI", april, List.of(outside(10), outside(11)));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                april,
                LongStream.of(1, 2, 3, 4, 5, 6, 7, 10).mapToObj(PremiumChecksTest::told).toList());
        city.day("2026-04-01");
        merge(april.plusDays(1));
        city.send(
                FileKind.U_PREMIUM,
                CityScene.UNION,
                JULY,
                List.of(
                        decided(1, 12, 14_900, 300),
                        decided(2, 12, 14_900, 300),
                        decided(3, 6, 7_400, 100),
                        decided(4, 12, 14_900, 300)
                                .copy()
                                .set(PremiumFile.MOVED_IN_ON, LocalDate.of(2026, 5, 1))
                                .build(),
                        decided(5, 11, 13_600, 300),
                        decided(6, 12, 14_900, 300),
                        decided(7, 3, 3_700, 0)
                                .copy()
                                .set(PremiumFile.MOVED_OUT_ON, LocalDate.of(2026, 7, 1))
                                .build(),
                        decided(10, 12, 14_900, 300)));
        city.day("2026-07-01");
    }

    private static void merge(LocalDate day) {
        city.send(
                FileKind.NONRES,
                "JUKI",
                day,
                List.of(
                        outside(10)
                                .copy()
                                .set(NonResidentFile.CHANGE, "4")
                                .set(NonResidentFile.CHANGED_ON, day)
                                .set(NonResidentFile.MERGED_INTO, 11L)
                                .build()));
        city.day(day.toString());
    }

    @AfterAll
    static void close() {
        city.close();
    }

    /** 2 lives in the home of 8, 6 in that of 9; 8 and 9 are too young to be insured. */
    private static Row inHome(long person) {
        long head = person == 2 ? 8 : person == 6 ? 9 : person;
        if (head == person) {
            return resident(person, 100 + person, "確認　" + person, "カクニン");
        }
        return residentBuilder(person, 100 + head, "確認　" + person, "カクニン")
                .set(ResidentFile.HEAD_NO, head)
                .build();
    }

    private static Row outside(long person) {
        return NonResidentFile.LAYOUT
                .row()
                .set(NonResidentFile.PERSON_NO, person)
                .set(NonResidentFile.CHANGE, "1")
                .set(NonResidentFile.CHANGED_ON, LocalDate.of(2026, 4, 1))
                .set(NonResidentFile.REASON, "03")
                .set(NonResidentFile.PERSON_KIND, "1")
                .set(NonResidentFile.NAME, "確認　" + person)
                .set(NonResidentFile.NAME_KANA, "カクニン")
                .set(NonResidentFile.BIRTH_ON, "1945-05-01")
                .set(NonResidentFile.MUNICIPALITY_CODE, "131024")
                .set(NonResidentFile.PREFECTURE, "東京都")
                .set(NonResidentFile.CITY, "中央区")
                .set(NonResidentFile.TOWN, "築地")
                .set(NonResidentFile.ADDRESS_EXCEPTION, "1")
                .set(NonResidentFile.EXCEPTION_FROM, LocalDate.of(2020, 4, 1))
                .build();
    }

    private static Row told(long person) {
        Row row = insured(person, "確認　" + person, "カクニン");
        return person == 3
                ? row.copy().set(InsuredFile.ACQUIRED_ON, LocalDate.of(2026, 10, 5)).build()
                : row;
    }

    private static Row decided(long person, long months, long medical, long child) {
        return premium(person, 1, 0, JULY)
                .copy()
                .set(PremiumFile.RATE, 9_880L)
                .set(PremiumFile.PER_CAPITA, 53_300L)
                .set(PremiumFile.REDUCED1, 38_376L)
                .set(PremiumFile.YEARLY1, 14_924L)
                .set(PremiumFile.MONTHS1, months)
                .set(PremiumFile.PREMIUM, medical)
                .set(PremiumFile.CHILD_RATE, 260L)
                .set(PremiumFile.CHILD_PER_CAPITA, 1_300L)
                .set(PremiumFile.CHILD_REDUCED1, 910L)
                .set(PremiumFile.CHILD_YEARLY1, 390L)
                .set(PremiumFile.CHILD_PREMIUM, child)
                .set(PremiumFile.TOTAL_PREMIUM, medical + child)
                .set(PremiumFile.CITY_PREMIUM, medical + child)
                .build();
    }

    private static String check(long person) {
        return city.db()
                .sql(
                        """
                        select concat_ws(' ', state, premium, step, own, decided) from koki.premium_check
                        where person_no = :person
                        """)
                .param("person", person)
                .query(String.class)
                .single();
    }

    @Test
    @Requirement("F03")
    void a_decision_that_the_citys_own_facts_give_agrees_to_the_yen() {
        assertThat(check(1)).isEqualTo("AGREES 15200");
        assertThat(check(3)).as("six months from the day of acquisition").isEqualTo("AGREES 7500");
    }

    @Test
    @Requirement("F03")
    void a_home_or_a_month_that_the_union_has_otherwise_is_named_as_the_first_step() {
        assertThat(check(2)).isEqualTo("DIFFERS 54600 減額区分 0 7");
        assertThat(check(5)).isEqualTo("DIFFERS 15200 月数 12 11");
        assertThat(check(6))
                .as("without the head's income there is no reduction")
                .isEqualTo("DIFFERS 54600 減額区分 9 7");
    }

    @Test
    @Requirement("F03")
    void an_income_known_under_the_number_that_goes_on_counts_for_the_insured_one() {
        assertThat(check(10)).isEqualTo("AGREES 15200");
    }

    @Test
    void who_came_from_another_city_of_the_union_is_not_computed() {
        assertThat(check(4)).startsWith("NOT_COMPUTED 広域内の転入");
    }

    @Test
    void who_went_to_another_city_of_the_union_is_compared_but_for_months_and_premium() {
        assertThat(check(7)).as("no premium of the city's own").isEqualTo("AGREES");
    }

    @Test
    void few_premiums_read_the_insurances_of_their_homes_and_no_others() {
        assertThat(spells(OwnFacts.SPELLS, "2")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 10L);
        assertThat(spells(OwnFacts.SPELLS_OF_HOMES, "2")).containsExactly(2L);
        assertThat(spells(OwnFacts.SPELLS_OF_HOMES, "1, 2, 3, 4, 5, 6, 7"))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    /** Whose insurances are read when the premiums of these people came. */
    private static List<Long> spells(String query, String people) {
        return city.get(TransactionTemplate.class)
                .execute(status -> {
                    city.db()
                            .sql(
                                    "create temporary table check_decided on commit drop as select * from koki.premium where person_no in ("
                                            + people
                                            + ")")
                            .update();
                    city.db().sql(query).update();
                    return city.db()
                            .sql("select person_no from check_spell order by 1")
                            .query(Long.class)
                            .list();
                });
    }
}
