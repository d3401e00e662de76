package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.SamplePeople;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/**
 * 個人検索: 1 is 髙橋　晋太郎, who was 渡邊 before; 2 is SMITH JOHN with an alias; 3 is protected; 21 to 35 are
 * fifteen people of one name.
 */
class PeopleSearchTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final String NUMBER = "123456789018";
    private static PeopleOffice office;

    @BeforeAll
    static void open() {
        office = new PeopleOffice();
        CityScene city = office.city();
        List<Row> people = new ArrayList<>();
        people.add(
                residentBuilder(1, 101, "渡邊　晋太郎", "ワタナベ　シンタロウ")
                        .set(ResidentFile.PHONE, "03-1111-2222")
                        .set(ResidentFile.MY_NUMBER, NUMBER)
                        .build());
        people.add(
                residentBuilder(2, 102, "ＳＭＩＴＨ　ＪＯＨＮ", "スミス　ジョン")
                        .set(ResidentFile.NAME_LATIN, "SMITH JOHN")
                        .set(ResidentFile.ALIAS, "澄川　丈二")
                        .set(ResidentFile.ALIAS_KANA, "スミカワ　ジョウジ")
                        .set(ResidentFile.NAME_COMBINED, "ＳＭＩＴＨ　ＪＯＨＮ（澄川　丈二）")
                        .set(ResidentFile.BIRTH_ON, "1950-00-00")
                        .set(ResidentFile.TOWN, "川辺町")
                        .set(ResidentFile.LOT, "１２番地の５")
                        .build());
        people.add(
                residentBuilder(3, 103, "支援　三子", "シエン　ミツコ")
                        .set(ResidentFile.PROTECTION, "1")
                        .set(ResidentFile.TOWN, "隠里")
                        .set(ResidentFile.PHONE, "03-3333-4444")
                        .build());
        for (long no = 21; no <= 35; no++) {
            people.add(residentBuilder(no, 100 + no, "多数　同名", "タスウ　ドウメイ").build());
        }
        city.send(FileKind.JUKI_ALL, "JUKI", APRIL, people);
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(1, "渡邊　晋太郎", "ワタナベ　シンタロウ")));
        city.day("2026-04-01");
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                JULY,
                List.of(
                        residentBuilder(1, 101, "髙橋　晋太郎", "タカハシ　シンタロウ")
                                .set(ResidentFile.EVENT_SEQ, 2L)
                                .set(ResidentFile.EVENT, "10")
                                .set(ResidentFile.PHONE, "03-1111-2222")
                                .set(ResidentFile.EVENT_ON, JULY)
                                .build()));
        city.send(
                FileKind.U_PREMIUM, CityScene.UNION, JULY, List.of(premium(1, 1, 1_000_000, JULY)));
        city.day("2026-07-01");
        city.day("2026-07-14");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static String asked(Browser browser, Map<String, String> form) {
        return browser.post("/people", form).body();
    }

    @Test
    @Requirement({"C01"})
    void a_person_is_found_by_every_part_of_every_name_and_by_every_number() {
        Browser clerk = office.at(PeopleOffice.CLERK, "/people");
        String letter =
                office.value("select letter_no from koki.letter where person_no = 1 limit 1");
        String slip = office.value("select slip_no from levy.slip where person_no = 1 limit 1");
        for (Map<String, String> form :
                List.of(
                        Map.of("kana", "たかはし"),
                        Map.of("kana", "シンタ"),
                        Map.of("kana", "ンタロ"),
                        Map.of("kana", "ワタナベ"),
                        Map.of("name", "高橋"),
                        Map.of("name", "渡辺晋太"),
                        Map.of("name", "晋太"),
                        Map.of("name", "高", "birth", "S20.5.1"),
                        Map.of("kana", "タカハシ", "birth", "昭和20年"),
                        Map.of("kana", "タカハシ", "address", "東京都見本市本町2-3-4"),
                        Map.of("phone", "03(1111)2222"),
                        Map.of("number", "1"),
                        Map.of("number", "000000000000001"),
                        Map.of("number", SamplePeople.insuredNo(1)),
                        Map.of("number", letter),
                        Map.of("number", slip))) {
            assertThat(asked(clerk, form)).as(form.toString()).contains("髙橋　晋太郎", "/people/1\"");
        }
        for (Map<String, String> form :
                List.of(
                        Map.of("name", "smith"),
                        Map.of("name", "ｊｏｈｎ"),
                        Map.of("name", "澄川"),
                        Map.of("kana", "スミカ"),
                        Map.of("birth", "1950"),
                        Map.of("birth", "昭和25年"),
                        Map.of("address", "川辺町12-5"))) {
            assertThat(asked(clerk, form)).as(form.toString()).contains("/people/2\"");
        }
        assertThat(asked(clerk, Map.of("kana", "ワタナベ"))).contains("旧 ワタナベ　シンタロウ");
    }

    @Test
    @Requirement({"C01"})
    void at_most_ten_are_shown_and_one_letter_alone_is_no_question() {
        Browser clerk = office.at(PeopleOffice.CLERK, "/people");
        String many = asked(clerk, Map.of("kana", "タスウ"));
        assertThat(many).contains("最初の10人", "ほかにも該当する人がいます");
        assertThat(many.split(">多数　同名<", -1)).hasSize(11);
        assertThat(asked(clerk, Map.of("kana", "タ"))).contains("2文字以上").doesNotContain("多数");
        assertThat(asked(clerk, Map.of("birth", "19450231"))).contains("S20.5.1");
        assertThat(asked(clerk, Map.of("kana", "タカハシ", "birth", "1950"))).contains("該当する人はいません");
    }

    @Test
    @Requirement({"C01", "C04"})
    void where_a_protected_person_lives_is_not_confirmed_by_a_search() {
        Browser looks = office.at(PeopleOffice.LOOKS, "/people");
        assertThat(asked(looks, Map.of("kana", "シエン"))).contains("照会・発行抑止").doesNotContain("三子");
        for (Map<String, String> form :
                List.of(
                        Map.of("address", "隠里"),
                        Map.of("phone", "03-3333"),
                        Map.of("kana", "シエン", "address", "隠里"))) {
            assertThat(asked(looks, form)).as(form.toString()).contains("該当する人はいません");
        }
        assertThat(asked(office.at(PeopleOffice.CLERK, "/people"), Map.of("address", "隠里")))
                .contains("支援　三子");
    }

    @Test
    @Requirement({"J05", "C01"})
    void a_my_number_is_shown_with_a_reason_and_sought_only_together_with_the_birth_date() {
        Browser clerk = office.at(PeopleOffice.CLERK, "/people/1");
        assertThat(clerk.get("/people/1").body())
                .contains("個人番号を表示する")
                .doesNotContain(NUMBER, "1234 5678");
        clerk.post("/people/1/number", Map.of("reason", ""));
        assertThat(office.value("select count(*) from audit.event where action = '個人番号表示'"))
                .isEqualTo("0");
        assertThat(clerk.post("/people/1/number", Map.of("reason", "高額療養費の申請書との照合")).body())
                .contains("1234 5678 9018", "髙橋　晋太郎", "1945-05-01", "本町", "高額療養費の申請書との照合");
        assertThat(
                        office.value(
                                """
                                select string_agg(distinct action || ' ' || duty || ' ' || person_no, ',') from audit.event
                                where action in ('個人番号表示', '個人番号の表示') and result = 'DONE'
                                """))
                .isEqualTo("個人番号の表示 個人番号の取扱い 1,個人番号表示 個人番号の取扱い 1");

        clerk.get("/people/by-number");
        assertThat(compared(clerk, NUMBER, "", "窓口の確認")).contains("個人番号だけでは探せません");
        assertThat(compared(clerk, NUMBER, "19450502", "窓口の確認")).contains("一致する人はいません");
        assertThat(compared(clerk, "123456789012", "19450501", "窓口の確認")).contains("検査数字");
        assertThat(compared(clerk, NUMBER, "S20.5.1", "窓口の確認"))
                .contains("髙橋　晋太郎", "本町")
                .doesNotContain(NUMBER);
        assertThat(office.at(PeopleOffice.LOOKS, "/people").get("/people/by-number").statusCode())
                .isEqualTo(403);
    }

    private static String compared(Browser clerk, String number, String birth, String reason) {
        return clerk.post(
                        "/people/by-number",
                        Map.of("number", number, "birth", birth, "reason", reason))
                .body();
    }
}
