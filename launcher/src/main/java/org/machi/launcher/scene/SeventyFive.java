package org.machi.launcher.scene;

/** 年齢到達: from the 75th birthday to the first premium. */
final class SeventyFive implements Scene {

    @Override
    public String name() {
        return "seventy-five";
    }

    @Override
    public String title() {
        return "75歳に到達し、被保険者となり、7月に保険料が決まる";
    }

    @Override
    public void write(Script script) {
        Resident man = script.resident(0, new Resident.Who("場面　到達", "バメン　トウタツ", "1951-04-20", "1"));
        Resident wife =
                script.resident(0, new Resident.Who("場面　妻子", "バメン　ツマコ", "1955-02-03", "2"))
                        .inHomeOf(man, "12", "妻");
        script.tax(man.pension(2025, 1_900_000, 800_000));
        script.tax(wife.pension(2025, 700_000, 0));
        script.tax(man.pension(2026, 1_900_000, 800_000));
        script.tax(wife.pension(2026, 700_000, 0));
        script.evening(
                "2026-04-17",
                "誕生日の前は被保険者ではない",
                stage -> stage.seesNot(stage.city(0), man.page(), "被保険者番号 0"));
        script.evening(
                "2026-04-20",
                "75歳の誕生日に被保険者となり、市の台帳に載る",
                stage -> stage.sees(stage.city(0), man.page(), "令和8年4月20日"));
        script.evening(
                "2026-04-27",
                "負担割合が決まり、資格確認書ができる",
                stage -> stage.sees(stage.city(0), man.page(), "1割", "資格確認書"));
        script.evening(
                "2026-07-15",
                "7月に12か月分の保険料が決まり、期割と通知書ができる",
                stage -> stage.sees(stage.city(0), man.page(), "保険料額決定通知書"));
        script.look(0, man.page(), "資格・保険料・期割・通知書");
        script.lookAtUnion(
                stage ->
                        "/insured/"
                                + stage.value(
                                        stage.city(0),
                                        "select insured_no from koki.insured where person_no = ?",
                                        man.personNo()),
                "資格の履歴と賦課の計算");
    }
}
