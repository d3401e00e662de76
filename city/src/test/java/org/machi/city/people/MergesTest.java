package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.resident;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.NonResidentFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/** 名寄せ: 1 is a resident, 3 a protected one, 4 and 5 are two numbers of an heir from outside. */
class MergesTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private PeopleOffice office;
    private CityScene city;

    @BeforeEach
    void open() {
        office = new PeopleOffice();
        city = office.city();
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

    @AfterEach
    void close() {
        office.close();
    }

    private static Row heir(long no) {
        return NonResidentNumbersTest.migrated(no)
                .copy()
                .set(NonResidentFile.NAME, "相続　四郎")
                .set(NonResidentFile.NAME_KANA, "ソウゾク　シロウ")
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
    void the_number_under_which_somebody_is_insured_is_the_one_that_stays() {
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(5, "相続　四郎", "ソウゾク　シロウ")));
        city.day("2026-04-02");
        Browser clerk = office.at(PeopleOffice.CLERK, "/people/5");
        clerk.post("/people/5/merge", Map.of("into", "4", "note", "戸籍"));
        assertThat(clerk.get("/people/5").body()).contains("もう一方の番号を、この番号へ統合してください");
        clerk.post("/people/5/merge", Map.of("into", "1", "note", "戸籍"));
        assertThat(clerk.get("/people/5").body()).contains("資格は統合先の番号で続きます");
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(merged(5, 1)));
        city.day("2026-04-03");
        assertThat(city.findings(FileKind.NONRES)).singleElement().asString().contains("被保険者である番号");
        clerk.get("/people/4");
        clerk.post("/people/4/merge", Map.of("into", "5", "note", "戸籍"));
        assertThat(
                        office.value(
                                "select person_no || '>' || survivor_no from people.merge where undone_on is null"))
                .isEqualTo("4>5");
    }

    private static Row merged(long no, long into) {
        return heir(no).copy()
                .set(NonResidentFile.CHANGE, "4")
                .set(NonResidentFile.MERGED_INTO, into)
                .build();
    }
}
