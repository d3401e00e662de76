package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.insuredNo;
import static org.machi.city.SamplePeople.resident;
import static org.machi.city.SamplePeople.residentBuilder;
import static org.machi.city.SamplePeople.tax;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.NonResidentFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.TaxFile;
import org.machi.formats.layout.UnionPersonFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/** 名寄せ: 1 is a resident, 3 a protected one, 4 and 5 are two numbers of an heir from outside. */
class MergesTest extends AtTheOffice {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @BeforeEach
    void open() {
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        resident(1, 101, "認定　一子", "ニンテイ　イチコ"),
                        residentBuilder(3, 103, "支援　三子", "シエン　ミツコ")
                                .set(ResidentFile.PROTECTION, "1")
                                .build()));
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(heir(4), heir(5)));
        city.day("2026-04-01");
    }

    private static Row heir(long no) {
        return NonResidentNumbersTest.migrated(no)
                .copy()
                .set(NonResidentFile.NAME, "相続　四郎")
                .set(NonResidentFile.NAME_KANA, "ソウゾク　シロウ")
                .set(NonResidentFile.BIRTH_ON, "1945-05-01")
                .set(NonResidentFile.ADDRESS_EXCEPTION, no == 5 ? "1" : "0")
                .set(NonResidentFile.EXCEPTION_FROM, no == 5 ? LocalDate.of(2020, 4, 1) : null)
                .build();
    }

    @Test
    @Requirement({"J01", "C04"})
    void a_chain_of_numbers_from_a_file_is_one_person_with_the_stop_of_its_end() {
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(merged(4, 5)));
        city.day("2026-04-02");
        assertThat(office.at(PeopleOffice.LOOKS, "/people").get("/people/4").body())
                .contains("相続　四郎");
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(merged(5, 3), merged(3, 4)));
        city.day("2026-04-03");
        assertThat(city.findings(FileKind.NONRES)).singleElement().asString().contains("統合");
        assertThat(
                        office.value(
                                "select string_agg(person_no || '>' || root_no, ',' order by person_no) from people.merge"))
                .isEqualTo("4>3,5>3");
        for (String page : List.of("/people/4", "/people/5")) {
            assertThat(office.at(PeopleOffice.LOOKS, "/people").get(page).body())
                    .doesNotContain("四郎");
        }
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(heir(5)));
        city.day("2026-04-06");
        assertThat(office.at(PeopleOffice.LOOKS, "/people").get("/people/4").body())
                .as("5 stands on its own again, 4 still belongs to it")
                .contains("相続　四郎");
    }

    @Test
    @Requirement({"J01", "Q03"})
    void the_ledger_of_an_insured_number_stays_and_is_reached_from_the_one_that_goes_on() {
        insure(5);
        city.emptyOutbox();
        Browser clerk = office.at(PeopleOffice.CLERK, "/people/5");
        clerk.post("/people/5/merge", Map.of("into", "4", "note", "戸籍"));
        assertThat(clerk.get("/people/5").body()).contains("統合先 4", "この番号の台帳で続けます");
        assertThat(clerk.get("/people/4").body())
                .contains("資格（宛名番号 5）", "/people/5/ledger/" + insuredNo(5) + "/1");
        assertThat(clerk.get("/people/4/applications").headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/people/5/applications"));
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(moved(4)));
        city.day("2026-04-03");
        assertThat(city.sent(FileKind.U_PERSON))
                .as("the union goes on with 5 and hears of the new address")
                .filteredOn(row -> row.get(ResidentFile.PERSON_NO) == 5)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(ResidentFile.TOWN)).isEqualTo("月島");
                    assertThat(row.get(ResidentFile.ADDRESS_EXCEPTION)).isEqualTo("1");
                    assertThat(row.find(UnionPersonFile.MERGED_INTO)).isEmpty();
                });
        assertThat(told(4)).isEqualTo("3 5");
        assertThat(
                        office.value(
                                "select address from people.mailing_on(5, 'LEVY', date '2026-04-03')"))
                .contains("月島");
        assertThat(office.value("select address from people.v_person where person_no = 5"))
                .contains("月島");

        city.emptyOutbox();
        clerk.get("/people/4");
        String merge = office.value("select merge_no from people.merge where undone_on is null");
        clerk.post("/people/4/merge/" + merge + "/undo", Map.of("note", "別人"));
        assertThat(clerk.get("/people/4").body()).doesNotContain("宛名番号 5");
        city.day("2026-04-06");
        assertThat(told(5)).as("its own address again").isEqualTo("2 ");
        assertThat(told(4)).isEqualTo("1 ");
        assertThat(office.value("select address from people.v_person where person_no = 5"))
                .contains("築地");
    }

    @Test
    @Requirement({"J01", "Q03"})
    void two_insured_numbers_and_a_residents_are_not_merged_before_one_insurance_has_ended() {
        insure(5);
        Browser clerk = office.at(PeopleOffice.CLERK, "/people/5");
        clerk.post("/people/5/merge", Map.of("into", "1", "note", "戸籍"));
        assertThat(clerk.get("/people/5").body()).contains("資格は統合先の番号で続きます");
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(merged(5, 1)));
        city.day("2026-04-03");
        assertThat(city.findings(FileKind.NONRES)).singleElement().asString().contains("被保険者である番号");
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(merged(5, 4)));
        city.day("2026-04-06");
        assertThat(office.value("select kept || person_no from people.v_kept"))
                .isEqualTo("CURRENT5");
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(heir(6)));
        insure(6);
        clerk.get("/people/6");
        clerk.post("/people/6/merge", Map.of("into", "4", "note", "戸籍"));
        assertThat(clerk.get("/people/6").body()).contains("どちらの番号にも被保険者の資格があります", "宛名番号6と5");
        assertThat(office.value("select count(*) from people.merge")).isEqualTo("1");
    }

    @Test
    @Requirement({"J01", "F01"})
    void
            an_income_known_under_the_number_that_goes_on_is_told_under_the_insured_one_until_parted() {
        city.send(FileKind.TAX_ALL, "TAX", APRIL, List.of(tax(4, 1_500_000, 0)));
        insure(5);
        city.emptyOutbox();
        Browser clerk = office.at(PeopleOffice.CLERK, "/people/5");
        clerk.post("/people/5/merge", Map.of("into", "4", "note", "戸籍"));
        city.day("2026-04-03");
        assertThat(incomes()).containsExactly("5 0 1500000");

        city.emptyOutbox();
        clerk.get("/people/4");
        String merge = office.value("select merge_no from people.merge");
        clerk.post("/people/4/merge/" + merge + "/undo", Map.of("note", "別人"));
        city.day("2026-04-06");
        assertThat(incomes())
                .as("taken back of the one, told of the other")
                .containsExactlyInAnyOrder("5 3 ", "4 0 1500000");
    }

    /** 宛名番号, 異動区分 and pension of what the union was told. */
    private List<String> incomes() {
        return city.sent(FileKind.U_TAX).stream()
                .map(row ->
                        row.get(TaxFile.PERSON_NO)
                                + " "
                                + row.get(TaxFile.CHANGE)
                                + " "
                                + row.find(TaxFile.PENSION).map(String::valueOf).orElse(""))
                .toList();
    }

    /** What the union was told of a number: 抽出区分 and 統合先宛名番号. */
    private String told(long no) {
        return city.sent(FileKind.U_PERSON).stream()
                .filter(row -> row.get(ResidentFile.PERSON_NO) == no)
                .map(row ->
                        row.get(UnionPersonFile.EXTRACT)
                                + " "
                                + row.find(UnionPersonFile.MERGED_INTO)
                                        .map(String::valueOf)
                                        .orElse(""))
                .collect(Collectors.joining(","));
    }

    private void insure(long no) {
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(no, "相続　四郎", "ソウゾク　シロウ")));
        city.day(office.value("select (day + 1)::text from office.business_date"));
    }

    private static Row moved(long no) {
        return heir(no).copy()
                .set(NonResidentFile.CHANGE, "2")
                .set(NonResidentFile.TOWN, "月島")
                .build();
    }

    private static Row merged(long no, long into) {
        return heir(no).copy()
                .set(NonResidentFile.CHANGE, "4")
                .set(NonResidentFile.MERGED_INTO, into)
                .build();
    }
}
