package org.machi.city.levy;

import java.time.LocalDate;
import java.util.Set;
import org.machi.law.Rate;
import org.machi.law.late.LateChargePolicy;
import org.machi.law.parameter.Mark;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.platform.forms.Wording;

/** 延滞金の割合 as a letter writes it: the rates of the calendar year, the months of the ordinance. */
final class LateChargeWords {

    private static final long PER_HUNDRED_THOUSAND = 100_000;

    /** Said wherever a rate is used that the minister has not announced yet. */
    private static final String ASSUMED = "（この年の割合は未告示のため、仮の割合です。）";

    private LateChargeWords() {}

    static String of(LateChargePolicy policy, LocalDate day) {
        Parameters law = Parameters.withAssumptions();
        String low = percent(law.rate("late.lowRate", day));
        String high = percent(law.rate("late.highRate", day));
        String year = Wording.date(LocalDate.of(day.getYear(), 1, 1)).replace("1月1日", "");
        String rates =
                policy.lowMonths() == 0
                        ? "年" + low
                        : "年%s（納期限の翌日から%dか月を経過する日までの期間は年%s）"
                                .formatted(high, policy.lowMonths(), low);
        boolean assumed =
                Set.of("late.lowRate", "late.highRate").stream()
                        .anyMatch(name ->
                                law.require(name, ParameterRow.NATIONAL, day).mark() == Mark.U);
        return "納期限の翌日から納付の日までの日数に応じ、%s中は%sの割合で計算した延滞金を加算します。保険料額が%sに満たないときは加算しません。"
                        .formatted(
                                year,
                                rates,
                                Wording.yenInText(law.amount("late.minimumPrincipal", day)))
                + (assumed ? ASSUMED : "");
    }

    /** As ordinances write it, without a last 0: 9.1％. */
    private static String percent(Rate rate) {
        String text = Wording.percent(rate.units() * (PER_HUNDRED_THOUSAND / rate.denominator()));
        return text.replace("0%", "%").replace("%", "％");
    }
}
