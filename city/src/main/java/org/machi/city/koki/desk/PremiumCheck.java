package org.machi.city.koki.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machi.law.LevyYear;
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

    private final org.machi.platform.office.Parameters office;
    private final Parameters law = Parameters.standard();

    PremiumCheck(org.machi.platform.office.Parameters office) {
        this.office = office;
    }

    /**
     * @param expected as the ordinance or the sum has it
     * @param received as the union sent it
     * @param source 出典 of what was expected
     */
    public record Check(
            String item, String expected, String received, boolean agrees, String source) {}

    List<Check> of(PremiumRow row, LocalDate today) {
        String union = office.text("union.code", today).substring(2, 4);
        LocalDate start = new LevyYear((int) row.yen("levy_year")).start();
        List<Check> checks = new ArrayList<>();
        rates(row, union, start, "medical", "", checks);
        rates(row, union, start, "child", "child_", checks);
        sum(
                "医療分と子ども分の合計",
                row.yen("premium") + row.yen("child_premium"),
                row.yen("total_premium"),
                checks);
        return checks;
    }

    private void rates(
            PremiumRow row,
            String union,
            LocalDate start,
            String part,
            String prefix,
            List<Check> checks) {
        String name = prefix.isEmpty() ? "医療分" : "子ども分";
        Optional<ParameterRow> rate = law.find(part + ".rate", union, start);
        rate.ifPresent(found ->
                checks.add(
                        new Check(
                                name + "の所得割率",
                                found.display(),
                                row.percent(prefix + "rate"),
                                found.rate().floorOf(WHOLE, 1) == row.yen(prefix + "rate"),
                                found.source())));
        law.find(part + ".perCapita", union, start)
                .ifPresent(found ->
                        checks.add(
                                new Check(
                                        name + "の均等割額",
                                        found.display(),
                                        row.money(prefix + "per_capita") + "円",
                                        found.amount() == row.yen(prefix + "per_capita"),
                                        found.source())));
        long income = row.yen("base") * row.yen(prefix + "rate") / WHOLE;
        checks.add(
                new Check(
                        name + "の所得割額（所得金額×所得割率）",
                        Wording.yenInText(income),
                        row.money(prefix + "income_part") + "円",
                        Math.abs(income - row.yen(prefix + "income_part")) <= 1,
                        "端数処理は広域連合の条例による（1円以内は一致とみなす）"));
        sum(
                name + "の算出額（所得割額＋均等割額）",
                row.yen(prefix + "income_part") + row.yen(prefix + "per_capita"),
                row.yen(prefix + "computed"),
                checks);
    }

    private static void sum(String item, long expected, long received, List<Check> checks) {
        checks.add(
                new Check(
                        item,
                        Wording.yenInText(expected),
                        Wording.yenInText(received),
                        expected == received,
                        "賦課情報の項目どうしの検算"));
    }
}
