package org.machi.launcher.scene;

import java.util.Map;

/** 障害認定: application, recognition with its letter, and the withdrawal for the future. */
final class Disability implements Scene {

    @Override
    public String name() {
        return "disability";
    }

    @Override
    public String title() {
        return "68歳で障害認定を受けて被保険者となり、後に撤回して翌日に資格を失う";
    }

    @Override
    public void write(Script script) {
        Resident man = script.resident(1, new Resident.Who("場面　認定", "バメン　ニンテイ", "1958-01-15", "1"));
        script.tax(man.pension(2025, 1_500_000, 400_000));
        script.tax(man.pension(2026, 1_500_000, 400_000));
        script.counter(
                "2026-05-11",
                "身体障害者手帳2級で障害認定を申請し、別の職員が確認する",
                stage -> AtTheCounter.apply(stage, man, Map.of("kind", "03", "disability", "12")));
        script.evening(
                "2026-05-14",
                "広域連合が認定し、被保険者となり、通知書と資格確認書ができる",
                stage -> {
                    stage.sees(
                            stage.city(1),
                            man.page(),
                            "障害認定申請",
                            "決定（認定・承認）",
                            "施行令別表の障害の状態",
                            "R8.5.11",
                            "障害認定通知書");
                });
        script.evening(
                "2026-05-18",
                "負担割合が決まり、資格確認書ができる",
                stage -> stage.sees(stage.city(1), man.page(), "資格確認書", "簡易書留"));
        later(script, man);
    }

    private static void later(Script script, Resident man) {
        script.counter(
                "2026-07-13",
                "月末限りで撤回を申し出る（過去にはさかのぼれない）",
                stage ->
                        AtTheCounter.apply(
                                stage,
                                man,
                                Map.of(
                                        "kind",
                                        "15",
                                        "reason",
                                        "1504",
                                        "occurredOn",
                                        "2026-07-31")));
        script.evening(
                "2026-07-16",
                "撤回が決まる。資格はまだ続いている",
                stage -> stage.sees(stage.city(1), man.page(), "資格喪失届", "翌日に資格を失います"));
        script.evening(
                "2026-08-05",
                "撤回の翌日に資格を失い、有効期限前の資格確認書は返してもらう一覧に載る",
                stage -> {
                    stage.expect(
                            "資格喪失日",
                            stage.value(
                                    stage.city(1),
                                    "select lost_on::text || ' ' || lost_by from koki.insured where person_no = ?",
                                    man.personNo()),
                            "2026-08-01 04");
                    stage.sees(stage.city(1), man.page(), "R8.8.1");
                });
        script.look(1, man.page(), "資格・証・届出・通知書");
        script.look(1, "/koki/ages?months=12", "年齢到達・障害認定");
    }
}
