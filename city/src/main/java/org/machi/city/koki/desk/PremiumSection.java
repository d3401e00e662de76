package org.machi.city.koki.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 保険料: the decisions of the union with every amount, the parameters of the law that stand behind
 * them with their source, and where the two differ (確認計算).
 */
@Component
class PremiumSection implements PersonSection {

    private final JdbcClient db;
    private final PremiumCheck check;

    PremiumSection(JdbcClient db, PremiumCheck check) {
        this.db = db;
        this.check = check;
    }

    /**
     * One line of the calculation.
     *
     * @param rule the rule of the law behind it
     */
    public record Line(String label, String medical, String child, String rule) {}

    /**
     * A decision.
     *
     * @param total yen that this municipality levies
     * @param current not replaced by a later version
     * @param lines the calculation of both parts
     * @param checks what the law's own parameters say to it; empty for replaced versions
     * @param notComputed why the city's own facts can't give the premium, or empty
     */
    public record Decision(
            int levyYear,
            int decisionYear,
            String assessmentNo,
            long version,
            String reason,
            LocalDate decidedOn,
            long total,
            boolean current,
            List<Line> lines,
            List<PremiumCheck.Check> checks,
            String notComputed) {}

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String code() {
        return "premium";
    }

    @Override
    public String title() {
        return "保険料";
    }

    @Override
    public String duty() {
        return KokiDesk.LOOK;
    }

    @Override
    public boolean ledger() {
        return true;
    }

    @Override
    public String fragment() {
        return "city/koki/premium :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<Decision> decisions =
                db
                        .sql(
                                """
                                select m.*, c.state as check_state, c.premium as check_premium,
                                       c.step as check_step, c.own as check_own, c.decided as check_decided
                                from koki.premium m
                                left join koki.premium_check c
                                     using (levy_year, assessment_no, assessment_version)
                                where m.person_no = :no
                                order by m.levy_year desc, m.assessment_no, m.assessment_version desc
                                """)
                        .param("no", personNo)
                        .query()
                        .listOfRows()
                        .stream()
                        .map(row -> decision(new PremiumRow(row), businessDate))
                        .toList();
        return decisions.isEmpty() ? null : decisions;
    }

    private Decision decision(PremiumRow row, LocalDate today) {
        boolean current = row.flag("current");
        return new Decision(
                (int) row.yen("levy_year"),
                (int) row.yen("decision_year"),
                row.text("assessment_no"),
                row.yen("assessment_version"),
                row.text("reason_text"),
                row.day("decided_on"),
                row.yen("city_premium"),
                current,
                lines(row),
                current ? check.of(row, today) : List.of(),
                check.notComputed(row));
    }

    private static List<Line> lines(PremiumRow row) {
        List<Line> lines = new ArrayList<>();
        String base = row.money("base");
        lines.add(new Line("賦課のもととなる所得金額", base, base, "income.base"));
        lines.add(
                new Line(
                        "所得割率",
                        row.percent("rate"),
                        row.percent("child_rate"),
                        "premium.incomePart"));
        lines.add(both(row, "所得割額", "income_part", "premium.incomePart"));
        lines.add(both(row, "均等割額", "per_capita", "premium.perCapita"));
        lines.add(both(row, "算出額（所得割額＋均等割額）", "computed", "premium.gross"));
        segment(row, lines, 1, "");
        if (row.has("day2")) {
            segment(row, lines, 2, "（年度内に再び資格を取得した分）");
        }
        if (row.yen("income_reduced") + row.yen("child_income_reduced") > 0) {
            lines.add(both(row, "所得割軽減額", "income_reduced", "premium.ownReduction"));
        }
        lines.add(both(row, "減免額", "relief", "relief.amount"));
        lines.add(both(row, "決定保険料額", "premium", "premium.final"));
        lines.add(
                new Line(
                        "市区町村別保険料額",
                        PremiumRow.money(row.yen("city_premium") - row.yen("city_child_premium")),
                        row.money("city_child_premium"),
                        "premium.shares"));
        return lines;
    }

    private static void segment(PremiumRow row, List<Line> lines, int number, String of) {
        String reduction =
                word(PremiumFile.REDUCTION1.type().meanings(), row.text("reduction" + number));
        lines.add(
                both(
                        row,
                        "均等割軽減額（" + reduction + "）" + of,
                        "reduced" + number,
                        "reduction.amount"));
        lines.add(both(row, "限度超過額" + of, "over_cap" + number, "premium.cap"));
        lines.add(both(row, "年保険料額" + of, "yearly" + number, "premium.annual"));
        String months = row.yen("months" + number) + "か月";
        lines.add(new Line("月数" + of, months, months, "premium.months"));
        lines.add(both(row, "月割減額" + of, "months_cut" + number, "premium.months"));
    }

    private static Line both(PremiumRow row, String label, String item, String rule) {
        return new Line(label, row.money(item), row.money("child_" + item), rule);
    }

    private static String word(Map<String, String> meanings, String code) {
        return meanings.getOrDefault(code, code);
    }
}
