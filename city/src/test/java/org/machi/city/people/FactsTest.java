package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.account;
import static org.machi.city.SamplePeople.resident;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.AccountFile;
import org.machi.formats.layout.IncomeAnswerFile;
import org.machi.formats.layout.IncomeInquiryFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.TaxFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.formats.layout.WelfareFile;
import org.machi.platform.proof.Requirement;

/**
 * What other offices know of people: tax facts, answers of other municipalities, 生活保護, accounts. 1
 * is 80, 2 is 30 and lives alone, 3 is 80 and moved in from 中央区 in February.
 */
class FactsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String CHUO = "131024";

    private CityScene city;

    @BeforeEach
    void register() {
        city = new CityScene();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        resident(1, 101, "見本　太郎", "ミホン　タロウ"),
                        residentBuilder(2, 102, "若井　二郎", "ワカイ　ジロウ")
                                .set(ResidentFile.BIRTH_ON, "1996-02-02")
                                .build(),
                        residentBuilder(3, 103, "転入　三江", "テンニュウ　ミエ")
                                .set(ResidentFile.MOVED_IN_ON, LocalDate.of(2026, 2, 10))
                                .set(ResidentFile.FROM_CODE, CHUO)
                                .set(ResidentFile.FROM_ADDRESS, "東京都中央区築地一丁目")
                                .build()));
        city.day("2026-04-01");
    }

    @AfterEach
    void close() {
        city.close();
    }

    private static Row.Builder tax(long person, long pension, String change) {
        return taxItems(TaxFile.LAYOUT.row(), person, pension, change);
    }

    private static Row.Builder taxItems(Row.Builder row, long person, long pension, String change) {
        return row.set(TaxFile.HOME_CODE, CityScene.CITY)
                .set(TaxFile.PERSON_KIND, "1")
                .set(TaxFile.PERSON_NO, person)
                .set(TaxFile.LEVY_YEAR, 2026L)
                .set(TaxFile.MUNICIPALITY_CODE, CityScene.CITY)
                .set(TaxFile.CHANGE, change)
                .set(TaxFile.TAXED, "1")
                .set(TaxFile.UNDECLARED, "0")
                .set(TaxFile.TRANSITION, false)
                .set(TaxFile.BASE_GIVEN, false)
                .set(TaxFile.REDUCTION_GIVEN, false)
                .set(TaxFile.LOW_GIVEN, false)
                .set(TaxFile.SHARE_GIVEN, false)
                .set(TaxFile.PENSION, pension);
    }

    private void day(LocalDate day) {
        city.emptyOutbox();
        city.day(day.toString());
    }

    private List<String> sentTax() {
        return city.sent(FileKind.U_TAX).stream()
                .map(row ->
                        row.get(TaxFile.PERSON_NO)
                                + " "
                                + row.get(TaxFile.CHANGE)
                                + " "
                                + row.get(TaxFile.PENSION))
                .toList();
    }

    private List<String> list(String sql) {
        return city.db().sql(sql).query(String.class).list();
    }

    @Test
    @Requirement({"F01", "F03"})
    void the_income_of_a_young_head_reaches_the_union_although_the_aged_member_died_before_june() {
        LocalDate may = LocalDate.of(2026, 5, 11);
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                APRIL.plusDays(1),
                List.of(
                        residentBuilder(1, 102, "見本　太郎", "ミホン　タロウ")
                                .set(ResidentFile.EVENT_SEQ, 2L)
                                .set(ResidentFile.EVENT, "09")
                                .set(ResidentFile.HEAD_NO, 2L)
                                .build()));
        day(APRIL.plusDays(1));
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                may,
                List.of(
                        residentBuilder(1, 102, "見本　太郎", "ミホン　タロウ")
                                .set(ResidentFile.EVENT_SEQ, 3L)
                                .set(ResidentFile.EVENT, "05")
                                .set(ResidentFile.EVENT_ON, may)
                                .set(ResidentFile.RESIDENT_STATE, "2")
                                .set(ResidentFile.HEAD_NO, 2L)
                                .set(ResidentFile.DIED_ON, may.toString())
                                .build()));
        day(may);
        LocalDate june = LocalDate.of(2026, 6, 8);
        city.send(
                FileKind.TAX_ALL,
                "TAX",
                june,
                List.of(tax(1, 1_500_000, "0").build(), tax(2, 0, "0").build()));
        day(june);
        assertThat(sentTax()).containsExactly("1 0 1500000", "2 0 0");
    }

    @Test
    @Requirement({"F01", "I07", "I08"})
    void tax_facts_of_people_in_the_extract_reach_the_union_once_and_each_correction_again() {
        LocalDate june = LocalDate.of(2026, 6, 8);
        city.send(
                FileKind.TAX_ALL,
                "TAX",
                june,
                List.of(
                        tax(1, 1_500_000, "0").build(),
                        tax(2, 0, "0").build(),
                        tax(99, 1, "0").build()));
        day(june);
        assertThat(sentTax()).containsExactly("1 0 1500000");
        assertThat(city.findings(FileKind.TAX_ALL)).containsExactly("5 宛名番号 99 宛名に登録のない人です");
        day(june.plusDays(1));
        assertThat(city.files(FileKind.U_TAX)).isEmpty();

        LocalDate corrected = LocalDate.of(2026, 9, 1);
        city.send(
                FileKind.TAX_DIFF,
                "TAX",
                corrected,
                List.of(tax(1, 1_800_000, "2").build(), tax(1, 1_700_000, "2").build()));
        day(corrected);
        assertThat(sentTax()).containsExactly("1 2 1700000");
        assertThat(
                        list(
                                """
                                select version || ' ' || pension || ' ' || current from people.tax_fact
                                where person_no = 1 order by version
                                """))
                .containsExactly("1 1500000 false", "2 1800000 false", "3 1700000 true");
    }

    @Test
    @Requirement({"F01"})
    void a_cancelled_tax_fact_is_told_as_cancelled() {
        LocalDate june = LocalDate.of(2026, 6, 8);
        city.send(FileKind.TAX_ALL, "TAX", june, List.of(tax(1, 1_500_000, "0").build()));
        day(june);
        LocalDate later = LocalDate.of(2026, 6, 9);
        city.send(FileKind.TAX_DIFF, "TAX", later, List.of(tax(1, 1_500_000, "3").build()));
        day(later);
        assertThat(sentTax()).containsExactly("1 3 1500000");
    }

    @Test
    @Requirement({"Q16", "F10", "F01"})
    void a_newcomers_income_is_asked_where_it_is_taxed_and_the_answer_goes_to_the_union() {
        Row asked = city.sent(FileKind.INCOME_ASK).getFirst();
        assertThat(city.files(FileKind.INCOME_ASK))
                .singleElement()
                .matches(file -> file.getFileName().toString().contains("_" + CHUO + "_"));
        assertThat(asked.get(IncomeInquiryFile.PERSON_NO)).isEqualTo(3);
        assertThat(asked.get(IncomeInquiryFile.LEVY_YEAR)).isEqualTo(2026);
        assertThat(asked.get(IncomeInquiryFile.OLD_ADDRESS)).isEqualTo("東京都中央区築地一丁目");

        LocalDate answered = LocalDate.of(2026, 4, 20);
        city.send(FileKind.INCOME_ANSWER, CHUO, answered, List.of(answer(asked, answered)));
        day(answered);

        assertThat(city.lastFile(FileKind.INCOME_ANSWER)).startsWith("APPLIED 0");
        assertThat(sentTax()).containsExactly("3 1 900000");
        assertThat(city.files(FileKind.INCOME_ASK)).isEmpty();
        assertThat(list("select answer || ' ' || answered_on from people.income_inquiry"))
                .containsExactly("1 2026-04-20");
    }

    @Test
    @Requirement({"Q16"})
    void an_answer_of_a_municipality_that_was_not_asked_is_set_aside() {
        Row asked = city.sent(FileKind.INCOME_ASK).getFirst();
        LocalDate answered = LocalDate.of(2026, 4, 20);
        city.send(FileKind.INCOME_ANSWER, "131032", answered, List.of(answer(asked, answered)));
        day(answered);
        assertThat(city.findings(FileKind.INCOME_ANSWER))
                .singleElement()
                .asString()
                .endsWith("照会した市区町村と違う市区町村の回答です");
        assertThat(list("select person_no::text from people.tax_fact")).isEmpty();
    }

    private static Row answer(Row asked, LocalDate on) {
        return taxItems(IncomeAnswerFile.LAYOUT.row(), 3, 900_000, "1")
                .set(TaxFile.CORRECTION_REASON, "05")
                .set(IncomeAnswerFile.INQUIRY_NO, asked.get(IncomeInquiryFile.INQUIRY_NO))
                .set(IncomeAnswerFile.ANSWERED_ON, on)
                .set(IncomeAnswerFile.ANSWER, "1")
                .build();
    }

    private static Row welfare(long person, String change, LocalDate on) {
        return WelfareFile.LAYOUT
                .row()
                .set(WelfareFile.PERSON_NO, person)
                .set(WelfareFile.CASE_NO, "12")
                .set(WelfareFile.CHANGE, change)
                .set(WelfareFile.CHANGED_ON, on)
                .set(WelfareFile.DECIDED_ON, on)
                .build();
    }

    private List<String> welfareDay(LocalDate day, String change, LocalDate on) {
        city.send(FileKind.SEIHO, "FUKUSHI", day, List.of(welfare(1, change, on)));
        day(day);
        return city.sent(FileKind.U_APPLY).stream()
                .map(row ->
                        row.get(UnionApplyFile.PERSON_NO)
                                + " "
                                + row.get(UnionApplyFile.KIND)
                                + row.get(UnionApplyFile.CANCELLED)
                                + " "
                                + row.get(UnionApplyFile.OCCURRED_ON))
                .toList();
    }

    @Test
    @Requirement({"Q06", "I06"})
    void public_assistance_starts_ends_and_is_taken_back_as_applications_to_the_union() {
        LocalDate start = LocalDate.of(2026, 5, 1);
        LocalDate end = LocalDate.of(2026, 8, 1);
        assertThat(welfareDay(LocalDate.of(2026, 5, 11), "1", start))
                .containsExactly("1 010 2026-05-01");
        assertThat(welfareDay(LocalDate.of(2026, 8, 10), "2", end))
                .containsExactly("1 020 2026-08-01");
        assertThat(periods()).containsExactly("2026-05-01 2026-08-01");

        assertThat(welfareDay(LocalDate.of(2026, 8, 12), "9", end))
                .as("the end is taken back")
                .containsExactly("1 021 2026-08-01");
        assertThat(periods()).containsExactly("2026-05-01 -");

        assertThat(welfareDay(LocalDate.of(2026, 8, 13), "9", start))
                .as("the start is taken back")
                .containsExactly("1 011 2026-05-01");
        assertThat(periods()).isEmpty();
    }

    @Test
    void taking_back_assistance_that_nobody_told_of_is_set_aside() {
        assertThat(welfareDay(LocalDate.of(2026, 5, 11), "9", LocalDate.of(2026, 5, 1))).isEmpty();
        assertThat(city.findings(FileKind.SEIHO))
                .containsExactly("3 異動年月日 2026-05-01 取り消す開始・廃止がありません");
    }

    private List<String> periods() {
        return list(
                """
                select started_on || ' ' || coalesce(ended_on::text, '-') from people.public_assistance
                where person_no = 1 order by 1
                """);
    }

    @Test
    @Requirement({"N02", "J03"})
    void an_account_is_registered_changed_at_another_bank_and_cancelled() {
        city.send(FileKind.ACCOUNT_REG, "BANK", APRIL, List.of(account(1)));
        day(LocalDate.of(2026, 4, 2));
        city.send(
                FileKind.ACCOUNT_REG,
                "BANK2",
                LocalDate.of(2026, 6, 1),
                List.of(
                        account(1)
                                .copy()
                                .set(AccountFile.CHANGE, "2")
                                .set(AccountFile.EFFECTIVE_FROM, LocalDate.of(2026, 6, 1))
                                .set(AccountFile.BANK_CODE, "0992")
                                .build()));
        day(LocalDate.of(2026, 6, 1));
        assertThat(city.lastFile(FileKind.ACCOUNT_REG)).startsWith("APPLIED 0");
        city.send(
                FileKind.ACCOUNT_REG,
                "BANK2",
                LocalDate.of(2026, 9, 1),
                List.of(
                        account(1)
                                .copy()
                                .set(AccountFile.CHANGE, "3")
                                .set(AccountFile.EFFECTIVE_FROM, LocalDate.of(2026, 9, 1))
                                .set(AccountFile.BANK_CODE, "0992")
                                .build()));
        day(LocalDate.of(2026, 9, 1));
        assertThat(
                        list(
                                """
                                select bank_code || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-')
                                from people.v_debit_account where person_no = 1 order by valid_from
                                """))
                .containsExactly("0991 2026-04-01 2026-06-01", "0992 2026-06-01 2026-09-01");
    }

    @Test
    void a_bank_that_is_no_bank_of_the_city_is_refused() {
        city.send(FileKind.ACCOUNT_REG, "CVS", APRIL, List.of(account(1)));
        day(LocalDate.of(2026, 4, 2));
        assertThat(city.lastFile(FileKind.ACCOUNT_REG)).startsWith("REFUSED");
        assertThat(list("select person_no::text from people.account")).isEmpty();
    }
}
