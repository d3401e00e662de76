package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.resident;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.file.FileKind;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/** 排他: two clerks and the person 4. */
class WorkLocksTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String FORM = "/people/4/applications";
    private static final Map<String, String> ENTRY =
            Map.of(
                    "kind", "10",
                    "cameAs", "SELF",
                    "numberCheck", "CARD",
                    "identityCheck", "CARD");

    private PeopleOffice office;

    @BeforeEach
    void open() {
        office = new PeopleOffice();
        CityScene city = office.city();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        resident(1, 101, "市川　一子", "イチカワ　イチコ"),
                        resident(4, 104, "鈴木　四子", "スズキ　ヨツコ")));
        city.day("2026-04-01");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @Requirement({"C09"})
    void looking_at_a_form_takes_no_lock_and_beginning_to_enter_takes_it_until_it_is_given_back() {
        Browser one = office.at(PeopleOffice.CLERK, FORM);
        Browser other = office.at(PeopleOffice.SECOND, FORM);
        assertThat(office.value("select count(*) from people.work_lock")).isEqualTo("0");
        assertThat(one.post("/people/4/lock/begin", Map.of()).body()).contains("自分が更新中", "入力をやめる");
        assertThat(other.post("/people/4/lock/begin", Map.of()).body())
                .contains("職員 100 が", "から更新中です");
        assertThat(other.post(FORM, ENTRY).statusCode()).isEqualTo(409);
        one.get(FORM);
        assertThat(one.post("/people/4/lock/back", Map.of()).body()).contains("入力をやめました");
        other.get(FORM);
        assertThat(other.post(FORM, ENTRY).statusCode()).isEqualTo(302);
        assertThat(office.value("select count(*) from people.work_lock")).isEqualTo("0");
    }

    @Test
    @Requirement("C09")
    void nobody_updates_the_person_whom_another_clerk_updates() {
        Browser first = office.at(PeopleOffice.CLERK, "/people");
        first.post("/people/4/lock", Map.of());
        Browser second = office.at(PeopleOffice.SECOND, "/people");
        assertThat(second.get("/people/4").body()).contains("職員 100 が更新中");
        HttpResponse<String> refused =
                second.post("/people/4/merge", Map.of("into", "1", "note", "戸籍"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("職員 100 が", "から更新中です");

        second.get("/people/4");
        second.post("/people/4/lock/take", Map.of("note", "職員 100 が早退"));
        assertThat(second.get("/people/4").body()).contains("自分が更新中", "早退");
        assertThat(first.post("/people/4/merge", Map.of("into", "1", "note", "戸籍")).statusCode())
                .isEqualTo(409);
        assertThat(second.post("/people/4/merge", Map.of("into", "1", "note", "戸籍")).statusCode())
                .isEqualTo(302);
        assertThat(office.value("select count(*)::text from people.work_lock"))
                .as("a deed that was refused can be tried again")
                .isEqualTo("1");
        second.get("/people/4");
        second.post("/people/4/lock/end", Map.of());
        assertThat(office.value("select count(*)::text from people.work_lock")).isEqualTo("0");
    }

    @Test
    @Requirement("C09")
    void a_lock_ends_by_itself_after_ten_minutes_without_a_deed() {
        office.at(PeopleOffice.CLERK, "/people").post("/people/4/lock", Map.of());
        office.city()
                .db()
                .sql("update people.work_lock set seen = seen - interval '11 minutes'")
                .update();
        assertThat(
                        office.at(PeopleOffice.SECOND, "/people")
                                .post("/people/4/merge", Map.of("into", "1", "note", "戸籍"))
                                .statusCode())
                .isEqualTo(302);
    }
}
