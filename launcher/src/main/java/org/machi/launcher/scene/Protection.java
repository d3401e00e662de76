package org.machi.launcher.scene;

import java.util.Map;

/** 支援措置 from the application over the decision to its end. */
final class Protection implements Scene {

    @Override
    public String name() {
        return "protection";
    }

    @Override
    public String title() {
        return "支援措置の申出（仮支援）から決定、期限の知らせ、終了まで";
    }

    @Override
    public void write(Script script) {
        Resident woman =
                script.resident(0, new Resident.Who("場面　支援", "バメン　シエン", "1946-02-11", "2"));
        script.tax(woman.pension(2026, 1_200_000, 100_000));
        String page = woman.page() + "/protection";
        script.counter(
                "2026-04-08",
                "申出を受け、仮支援措置として止める",
                stage -> {
                    stage.clerk(stage.city(0)).get(page);
                    stage.clerk(stage.city(0)).post(page, Map.of("kind", "1", "note", "警察の意見あり"));
                    stage.sees(stage.city(0), page, "仮支援措置", "配偶者暴力等");
                });
        script.counter(
                "2026-04-15",
                "支援措置を決定する。終了日は1年後の前日",
                stage -> {
                    stage.clerk(stage.city(0)).get(page);
                    stage.clerk(stage.city(0))
                            .post(
                                    page + "/decide",
                                    Map.of("starts", "2026-04-15", "seen", "1", "note", "決定通知"));
                    stage.sees(stage.city(0), page, "支援措置中");
                    expectEnd(stage, woman);
                });
        script.evening(
                "2026-07-17",
                "保険料の通知書は発送から引き抜かれる",
                stage ->
                        stage.expect(
                                "引き抜かれた通知書",
                                stage.value(
                                        stage.city(0),
                                        "select (count(*) > 0)::text from koki.letter where person_no = ? and pulled_out is not null",
                                        woman.personNo()),
                                "true"));
        script.evening(
                "2027-03-15",
                "終了の1か月前から一覧に載る",
                stage -> stage.sees(stage.city(0), "/people/protections", "場面　支援", "1か月以内"));
        script.counter(
                "2027-04-15",
                "終了日を過ぎても止まったまま。職員が終了とする",
                stage -> {
                    stage.sees(stage.city(0), "/people/protections", "場面　支援", "期間満了");
                    stage.clerk(stage.city(0)).get(page);
                    stage.clerk(stage.city(0))
                            .post(page + "/end", Map.of("seen", "2", "note", "申出者の意思により延長しない"));
                    stage.sees(stage.city(0), page, "終了");
                    stage.seesNot(stage.city(0), "/people/protections", "場面　支援");
                });
        script.look(0, page, "支援措置の経過");
        script.look(0, woman.page(), "個人の画面");
    }

    private static void expectEnd(Stage stage, Resident woman) {
        stage.expect(
                "終了日",
                stage.value(
                        stage.city(0),
                        "select ends_on::text from people.protection where person_no = ? and state = 'DECIDED'",
                        woman.personNo()),
                "2027-04-14");
    }
}
