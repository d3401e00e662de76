package org.machi.city.koki.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machi.law.LevyYear;
import org.machi.law.Rounding;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.platform.forms.Wording;
import org.springframework.stereotype.Component;

/**
 * 確認計算: holds a decision against the union's published rates and against its own sums. It decides
 * nothing; a difference is shown with the source of what was expected.
 */
@Component
class PremiumCheck {

    private static final long WHOLE = 100_000;

    /** 特別軽減区分 of somebody who was a dependant of an employee. */
    private static final String FORMER_DEPENDANT = "1";

    private final org.machi.platform.office.Parameters office;
    private final Parameters law = Parameters.standard();

    PremiumCheck(org.machi.platform.office.Parameters office) {
        this.office = office;
    }

    /**
     * @param expected as the ordinance or the sum has it
     * @param received as the union sent it
     * @param source 出典 of what was expected
     * @param rule the rule of the law behind it
     */
    public record Check(
            String item,
            String expected,
            String received,
            boolean agrees,
            String source,
            String rule) {}

    /** One part of a decision: its columns begin with the prefix. */
    private record Of(PremiumRow row, String part, String prefix, String name, String union) {
        long yen(String item) {
            return row.yen(prefix + item);
        }

        LocalDate start() {
            return new LevyYear((int) row.yen("levy_year")).start();
        }
    }

    List<Check> of(PremiumRow row, LocalDate today) {
        String union = office.text("union.code", today).substring(2, 4);
        List<Check> checks = new ArrayList<>();
        part(new Of(row, "medical", "", "医療分", union), checks);
        part(new Of(row, "child", "child_", "子ども分", union), checks);
        sum(
                "医療分と子ども分の合計",
                row.yen("premium") + row.yen("child_premium"),
                row.yen("total_premium"),
                "premium.total",
                checks);
        own(row, checks);
        return checks;
    }

    /** What the city's own people, homes and incomes give; nothing where they can't. */
    private static void own(PremiumRow row, List<Check> checks) {
        String state = row.text("check_state");
        boolean agrees = state.equals("AGREES");
        if (!agrees && !state.equals("DIFFERS")) {
            return;
        }
        boolean whole = row.has("check_premium");
        checks.add(
                new Check(
                        "市の宛名・世帯・所得からの再計算",
                        whole ? row.money("check_premium") + "円" : "転出のため月数と保険料は比べていません",
                        whole ? row.money("total_premium") + "円" : "",
                        agrees,
                        agrees
                                ? (whole ? "すべての項目が一致" : "年保険料額までのすべての項目が一致")
                                : "最初に違う項目：%s（再計算 %s、賦課情報 %s）"
                                        .formatted(
                                                row.text("check_step"),
                                                row.text("check_own"),
                                                row.text("check_decided")),
                        "premium.total"));
    }

    /** Why the premium could not be computed again, or empty. */
    String notComputed(PremiumRow row) {
        return row.text("check_state").equals("NOT_COMPUTED") ? row.text("check_step") : "";
    }

    private void part(Of of, List<Check> checks) {
        if (find(of, of.part() + ".cap").isEmpty()) {
            return;
        }
        rate(of).ifPresent(found ->
                checks.add(
                        new Check(
                                of.name() + "の所得割率",
                                found.display(),
                                of.row().percent(of.prefix() + "rate"),
                                found.rate().floorOf(WHOLE, 1) == of.yen("rate"),
                                found.source(),
                                rateRule(found))));
        find(of, of.part() + ".perCapita")
                .ifPresent(found ->
                        checks.add(
                                new Check(
                                        of.name() + "の均等割額",
                                        found.display(),
                                        of.row().money(of.prefix() + "per_capita") + "円",
                                        found.amount() == of.yen("per_capita"),
                                        found.source(),
                                        "premium.perCapita")));
        checks.add(incomePart(of));
        sum(
                of.name() + "の算出額（所得割額＋均等割額）",
                of.yen("income_part") + of.yen("per_capita"),
                of.yen("computed"),
                "premium.gross",
                checks);
    }

    /** In 令和6年度 people of small incomes had a lower rate. */
    private Optional<ParameterRow> rate(Of of) {
        boolean low =
                find(of, of.part() + ".lowIncomeRate.limit")
                        .filter(limit -> of.row().yen("base") <= limit.amount())
                        .isPresent();
        return find(of, of.part() + (low ? ".lowIncomeRate" : ".rate"));
    }

    private static String rateRule(ParameterRow rate) {
        return rate.name().endsWith("lowIncomeRate")
                ? "premium.lowIncomeRate"
                : "premium.incomePart";
    }

    /** The income part as the union cuts it; a former dependant has none. */
    private Check incomePart(Of of) {
        boolean dependant = of.row().text("special1").equals(FORMER_DEPENDANT);
        Optional<ParameterRow> unit = find(of, "rounding.componentUnit");
        long exact = dependant ? 0 : of.row().yen("base") * of.yen("rate") / WHOLE;
        long expected = Rounding.floor(exact, unit.map(ParameterRow::amount).orElse(1L));
        return new Check(
                of.name() + "の所得割額（所得金額×所得割率）",
                Wording.yenInText(expected),
                of.row().money(of.prefix() + "income_part") + "円",
                expected == of.yen("income_part"),
                dependant
                        ? "元被扶養者には所得割がない"
                        : unit.map(row -> row.display() + "未満切捨て（" + row.source() + "）").orElse(""),
                dependant ? "premium.dependant.income" : "premium.incomePart");
    }

    private Optional<ParameterRow> find(Of of, String name) {
        return law.find(name, of.union(), of.start());
    }

    private static void sum(
            String item, long expected, long received, String rule, List<Check> checks) {
        checks.add(
                new Check(
                        item,
                        Wording.yenInText(expected),
                        Wording.yenInText(received),
                        expected == received,
                        "賦課情報の項目どうしの検算",
                        rule));
    }
}
