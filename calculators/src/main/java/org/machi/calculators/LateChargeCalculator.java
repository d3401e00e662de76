package org.machi.calculators;

import java.time.LocalDate;
import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.late.Grace;
import org.machi.law.late.LateCharge;
import org.machi.law.late.LateChargePolicy;
import org.machi.law.parameter.Parameters;

/** 延滞金 of one instalment. */
final class LateChargeCalculator implements Calculator {
    private static final String WAIVED = "全額免除";

    private static final Field PRINCIPAL =
            Field.of("滞納額", "principal", Field.Kind.YEN, "納期限を過ぎた期別の保険料").must();
    private static final Field DUE_ON =
            Field.of("納期限", "due-on", Field.Kind.DAY, "変更したときは変更後の納期限").must();
    private static final Field PAID_ON =
            Field.of("納付日", "paid-on", Field.Kind.DAY, "残りを納めた日（領収日）、または計算する日").must();
    private static final Field PAYMENTS =
            Field.list(
                    "内入れ",
                    "payments",
                    "納付日より前の一部納付",
                    Field.of("日", "day", Field.Kind.DAY, "領収日").must(),
                    Field.of("額", "yen", Field.Kind.YEN, "保険料に入った額").must());
    private static final Field LOW_MONTHS =
            Field.choice("低い率の期間", "low", "条例の定め。常時は高い率のない条例（甲斐市の型）", "1か月", "1か月", "3か月", "常時");
    private static final Field CUT =
            Field.choice(
                    "円未満の切捨て",
                    "cut",
                    "条例の定め。率の区分ごと（福岡市の型）か、年の替わりでも（豊橋市の型）",
                    "率の区分ごと",
                    "率の区分ごと",
                    "年の替わりごと");

    private static final Field GRACES =
            Field.list(
                    "猶予・免除",
                    "graces",
                    "徴収猶予・換価の猶予・執行停止・減免の期間",
                    Field.of("始まり", "from", Field.Kind.DAY, "最初の日").must(),
                    Field.of("終わり", "to", Field.Kind.DAY, "最後の日").must(),
                    Field.choice("効果", "effect", "全額免除か半額免除", WAIVED, WAIVED, "半額免除"));

    private final Parameters parameters;

    LateChargeCalculator(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public String code() {
        return "late-charge";
    }

    @Override
    public String title() {
        return "延滞金";
    }

    @Override
    public String about() {
        return "納期限を過ぎて納められた保険料1期分の延滞金を、暦年ごとの率と条例の定めで計算します。";
    }

    @Override
    public List<Field> fields() {
        return List.of(PRINCIPAL, DUE_ON, PAID_ON, PAYMENTS, GRACES, LOW_MONTHS, CUT);
    }

    @Override
    public List<String> items() {
        return List.of("延滞金", "計算額", "低い率の最終日");
    }

    @Override
    public Answer answer(Facts facts) {
        LateChargePolicy policy = policy(facts);
        LocalDate dueOn = facts.day(DUE_ON);
        LateCharge rule = new LateCharge(parameters, policy);
        LateCharge.Claim claim =
                new LateCharge.Claim(
                        facts.yen(PRINCIPAL),
                        dueOn,
                        payments(facts),
                        graces(facts),
                        facts.day(PAID_ON));
        LateCharge.Result result = rule.on(claim);
        Answer.Results results =
                new Answer.Results().yen("延滞金", result.charge()).yen("計算額", result.sum());
        if (policy.lowMonths() > 0) {
            results.day("低い率の最終日", LateCharge.lowUntil(dueOn, policy.lowMonths()));
        }
        return results.with(rule.explain(claim, result));
    }

    private static LateChargePolicy policy(Facts facts) {
        int months =
                switch (facts.choice(LOW_MONTHS)) {
                    case "3か月" -> 3;
                    case "常時" -> 0;
                    default -> 1;
                };
        return new LateChargePolicy(
                months,
                facts.choice(CUT).equals("年の替わりごと")
                        ? LateChargePolicy.Cut.PER_CALENDAR_YEAR
                        : LateChargePolicy.Cut.PER_RATE_KIND);
    }

    private static List<LateCharge.Payment> payments(Facts facts) {
        List<Facts> entries = facts.list(PAYMENTS);
        long all = entries.stream().mapToLong(entry -> yen(entry)).sum();
        if (all > facts.yen(PRINCIPAL)) {
            throw facts.refused(
                    PAYMENTS, Long.toString(all), "合計が滞納額を超えています", "保険料に入った額だけを書いてください");
        }
        return entries.stream()
                .map(entry ->
                        new LateCharge.Payment(entry.day(PAYMENTS.parts().getFirst()), yen(entry)))
                .toList();
    }

    private static List<Grace> graces(Facts facts) {
        return facts.list(GRACES).stream()
                .map(entry ->
                        new Grace(
                                entry.day(GRACES.parts().get(0)),
                                entry.day(GRACES.parts().get(1)),
                                entry.choice(GRACES.parts().get(2)).equals(WAIVED)
                                        ? Grace.Effect.WAIVED
                                        : Grace.Effect.HALVED))
                .toList();
    }

    private static long yen(Facts entry) {
        return entry.yen(PAYMENTS.parts().getLast());
    }
}
