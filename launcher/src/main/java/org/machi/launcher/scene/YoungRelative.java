package org.machi.launcher.scene;

import java.time.LocalDate;
import org.machi.formats.column.Row;
import org.machi.formats.layout.ResidentFile;

/** 世帯: a grandson joins the home of an insured woman, the union learns of him, and he leaves. */
final class YoungRelative implements Scene {

    @Override
    public String name() {
        return "young-relative";
    }

    @Override
    public String title() {
        return "被保険者の世帯に若い親族が入り、広域連合に知らされ、また出ていく";
    }

    @Override
    public void write(Script script) {
        Resident woman = script.resident(0, new Resident.Who("場面　祖母", "バメン　ソボ", "1943-09-12", "2"));
        Resident grandson =
                script.resident(0, new Resident.Who("場面　孫男", "バメン　マゴオ", "2001-11-30", "1"));
        Row own = grandson.row();
        script.evening(
                "2026-04-02",
                "別の世帯の孫は広域連合に知らされていない",
                stage -> expectTogether(stage, woman, grandson, "0"));
        script.morning(
                "2026-05-12",
                "孫が祖母の世帯に入る（世帯変更）",
                stage ->
                        changesHome(
                                stage, grandson, LocalDate.of(2026, 5, 11), woman.row(), "2020"));
        script.evening(
                "2026-05-12",
                "被保険者と同じ世帯なので、広域連合が孫を知る",
                stage -> {
                    expectTogether(stage, woman, grandson, "1");
                    stage.sees(stage.city(0), woman.page(), "場面　孫男");
                });
        script.morning(
                "2026-06-15",
                "孫が自分の世帯に戻る",
                stage -> changesHome(stage, grandson, LocalDate.of(2026, 6, 14), own, "02"));
        script.evening(
                "2026-06-15",
                "広域連合では祖母の世帯にいた期間が閉じる",
                stage -> {
                    expectTogether(stage, woman, grandson, "0");
                    stage.seesNot(stage.city(0), woman.page(), "場面　孫男");
                });
        script.look(0, woman.page(), "世帯員");
    }

    /** 世帯変更 into the home of whoever heads it, with a 続柄コード. */
    private static void changesHome(
            Stage stage, Resident person, LocalDate on, Row head, String relation) {
        stage.register(
                person.city(),
                person.event(
                        "09",
                        on,
                        stage.today(),
                        row ->
                                row.set(
                                                ResidentFile.HOUSEHOLD_NO,
                                                head.get(ResidentFile.HOUSEHOLD_NO))
                                        .set(ResidentFile.HEAD_NO, head.get(ResidentFile.PERSON_NO))
                                        .set(ResidentFile.RELATION, relation)
                                        .set(
                                                ResidentFile.RELATION_NAME,
                                                relation.equals("02") ? "世帯主" : "子の子")));
    }

    /** Whether the union knows the relative in the home of the insured woman today. */
    private static void expectTogether(
            Stage stage, Resident woman, Resident relative, String together) {
        stage.expect(
                "広域連合で祖母の世帯にいる",
                stage.value(
                        stage.union(),
                        """
                        select count(*)::text
                        from register.membership m join register.person p using (person_id)
                        join register.membership h on h.household_id = m.household_id
                        join register.person w on w.person_id = h.person_id and w.person_no = ?
                        where p.person_no = ? and daterange(m.valid_from, m.valid_to) @> cast(? as date)
                          and daterange(h.valid_from, h.valid_to) @> cast(? as date)
                        """,
                        woman.personNo(),
                        relative.personNo(),
                        stage.today(),
                        stage.today()),
                together);
    }
}
