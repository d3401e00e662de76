package org.machi.union.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.BenefitApplyFile;
import org.machi.law.benefit.BenefitKind;
import org.machi.law.benefit.OtherBenefits;
import org.machi.law.benefit.YearlyCost;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.parameter.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 給付の審査: applications whose papers a clerk weighs (療養費, 移送費, 食事, 高額介護合算, 第三者行為, 減免, 長期入院, 人間ドック).
 * What follows from the recognised amount is computed; the clerk can't type the payment itself.
 */
@Service
class Reviews {

    private static final int MOST = 200;

    private final JdbcClient db;
    private final ReviewEffects effects;
    private final Parameters parameters = Parameters.standard();

    Reviews(JdbcClient db, ReviewEffects effects) {
        this.db = db;
        this.effects = effects;
    }

    /** One application that waits for a clerk. */
    public record Line(
            long applicationId,
            long naturalId,
            String insuredNo,
            String cityCode,
            String name,
            String city,
            String kind,
            String receptionNo,
            LocalDate receivedOn,
            LocalDate occurredOn,
            @Nullable String expense,
            @Nullable Long paid,
            @Nullable Long carePaid,
            @Nullable Integer days,
            String applicant,
            String share,
            @Nullable String note) {

        /** 給付種別 in words. */
        public String kindName() {
            return BenefitApplyFile.KIND.meaning(kind);
        }

        /** 療養費区分 in words. */
        public String expenseName() {
            return expense == null ? "" : BenefitApplyFile.EXPENSE.meaning(expense);
        }

        /** 海外療養: the bill is in another currency. */
        public boolean isAbroad() {
            return "2".equals(expense);
        }

        /** 一部負担金減免: asks for its kind and its end. */
        public boolean isRelief() {
            return kind.equals(ReviewEffects.RELIEF);
        }

        /** Whether a recognised amount is asked for. */
        public boolean asksAmount() {
            return kind.equals("34") || kind.equals("36") || kind.equals("52");
        }
    }

    List<Line> waiting() {
        return db.sql(
                        """
                        SELECT a.application_id, p.natural_id, a.insured_no, a.city_code, p.name, c.name AS city, a.kind, a.reception_no,
                               a.received_on, a.occurred_on, a.expense, a.paid, a.care_paid, a.days, a.applicant,
                               coalesce((SELECT b.share FROM burden.decision b WHERE b.insured_no = a.insured_no AND b.valid_from <= a.occurred_on
                                          ORDER BY b.valid_from DESC, b.decision_id DESC LIMIT 1), '1') AS share, a.note
                          FROM benefits.waiting w
                          JOIN benefits.application a USING (application_id)
                          JOIN register.person p ON p.city_code = a.city_code AND p.person_no = a.person_no
                          JOIN register.city c ON c.city_code = a.city_code
                         WHERE w.by_clerk ORDER BY a.application_id LIMIT ?
                        """)
                .param(MOST)
                .query(Line.class)
                .list();
    }

    /**
     * What a clerk decided.
     *
     * @param recognised 認めた額 (療養費, 移送費, 人間ドック), yen
     * @param until 減免: last day
     * @param relief 一部負担金減免区分
     */
    record Verdict(
            boolean accepted,
            long recognised,
            String reason,
            @Nullable LocalDate until,
            @Nullable String relief) {}

    /** Why a verdict can't be entered, if it can't. */
    Optional<String> refusal(Line line, Verdict verdict, LocalDate today) {
        if (verdict.reason().isBlank()) {
            return Optional.of("決定の理由を入れてください。市区町村と本人に知らせます。");
        }
        if (verdict.accepted() && line.asksAmount() && verdict.recognised() <= 0) {
            return Optional.of("認めた額を入れてください。");
        }
        if (verdict.accepted() && line.kind().equals("33") && !isSummed(line)) {
            return Optional.of("この計算期間の自己負担額は、まだ合算していません（計算を始める月に自動で行います）。");
        }
        if (verdict.accepted()) {
            Optional<String> refused = effects.refusal(line, verdict, level(line), today);
            if (refused.isPresent()) {
                return refused;
            }
        }
        if (verdict.accepted() && amount(line, verdict) > 0 && isLate(line)) {
            return Optional.of(
                    "%sの翌日から2年を過ぎた申請です。不支給としてください（時効の起算：%s）。"
                            .formatted(line.occurredOn(), BenefitKind.of(line.kind()).runsFrom()));
        }
        return Optional.empty();
    }

    private boolean isLate(Line line) {
        return !line.kind().equals("52")
                && BenefitKind.of(line.kind())
                        .lastDay(line.occurredOn(), line.occurredOn(), parameters)
                        .isBefore(line.receivedOn());
    }

    /** The payment that follows from what was recognised, yen. */
    long amount(Line line, Verdict verdict) {
        if (!verdict.accepted()) {
            return 0;
        }
        long paid = line.paid() == null ? 0 : line.paid();
        return switch (line.kind()) {
            case "34" ->
                    OtherBenefits.careExpenses(
                            paid, verdict.recognised(), Integer.parseInt(line.share()));
            case "36" -> OtherBenefits.transport(paid, verdict.recognised());
            case "52" ->
                    Math.min(
                            OtherBenefits.transport(paid, verdict.recognised()),
                            effects.checkupMost(line.occurredOn()));
            case "35" ->
                    new OtherBenefits(parameters)
                            .meals(days(line), level(line), isLongStay(line), line.occurredOn());
            case "33" -> combined(line);
            default -> 0;
        };
    }

    private static int days(Line line) {
        return line.days() == null ? 0 : line.days();
    }

    /** 限度区分 as the last assessment or card has it; 一般Ⅰ without one. */
    private IncomeLevel level(Line line) {
        return db.sql(
                        """
                        SELECT level FROM (
                            SELECT a.level, a.care_month AS on_day FROM benefits.v_assessed a
                             WHERE a.insured_no = :no AND a.care_month <= :day
                            UNION ALL
                            SELECT c.limit_class, c.limit_from FROM cards.card c
                             WHERE c.insured_no = :no AND c.limit_class IS NOT NULL AND c.limit_from <= :day) x
                         ORDER BY on_day DESC LIMIT 1
                        """)
                .param("no", line.insuredNo())
                .param("day", line.occurredOn())
                .query(String.class)
                .optional()
                .map(IncomeLevel::of)
                .orElse(IncomeLevel.GENERAL_1);
    }

    /** 長期入院該当 on the day of the meals, or asked for in that month. */
    private boolean isLongStay(Line line) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM benefits.decision d JOIN benefits.effect f USING (decision_id)
                                         JOIN benefits.application a USING (application_id)
                                        WHERE d.insured_no = :no AND d.kind = '44' AND d.result = '1' AND a.received_on <= :day)
                        """)
                .param("no", line.insuredNo())
                .param("day", line.occurredOn())
                .query(Boolean.class)
                .single();
    }

    private boolean isSummed(Line line) {
        return db.sql("SELECT summed_year >= ? FROM benefits.mark")
                .param(YearlyCost.yearOf(line.occurredOn()))
                .query(Boolean.class)
                .single();
    }

    /** 高額介護合算: what the sum of the home gives this person and was not given before. */
    private long combined(Line line) {
        LocalDate year = YearlyCost.yearOf(line.occurredOn());
        return db.sql(
                        """
                        SELECT coalesce((SELECT y.total FROM benefits.v_yearly y
                                          WHERE y.insured_no = :no AND y.kind = '33' AND y.year_from = :year), 0)
                             - coalesce((SELECT sum(d.amount) FROM benefits.decision d
                                          WHERE d.insured_no = :no AND d.kind = '33' AND d.care_month = :last), 0)
                        """)
                .param("no", line.insuredNo())
                .param("year", year)
                .param("last", lastMonth(line))
                .query(Long.class)
                .single();
    }

    private static LocalDate lastMonth(Line line) {
        return YearlyCost.yearOf(line.occurredOn()).plusMonths(11);
    }

    /** Enters a verdict; false when somebody else was faster. */
    @Transactional
    public boolean enter(Line line, Verdict verdict, LocalDate today, String staff) {
        int open =
                db.sql("DELETE FROM benefits.waiting WHERE application_id = ? AND by_clerk")
                        .param(line.applicationId())
                        .update();
        if (open == 0) {
            return false;
        }
        long amount = amount(line, verdict);
        boolean paying = line.kind().startsWith("3") || line.kind().equals("52");
        boolean accepted = verdict.accepted() && (amount > 0 || !paying);
        long decisionId =
                db.sql(
                                """
                                INSERT INTO benefits.decision
                                    (insured_no, city_code, kind, care_month, application_id, result, amount, decided_on, reason, staff)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                RETURNING decision_id
                                """)
                        .param(line.insuredNo())
                        .param(line.cityCode())
                        .param(line.kind())
                        .param(line.kind().equals("33") ? lastMonth(line) : null)
                        .param(line.applicationId())
                        .param(accepted ? "1" : "2")
                        .param(amount)
                        .param(today)
                        .param(
                                verdict.accepted() && !accepted
                                        ? verdict.reason() + "（計算の結果、支給する額がありません）"
                                        : verdict.reason())
                        .param(staff)
                        .query(Long.class)
                        .single();
        if (accepted) {
            effects.enter(decisionId, line, verdict, staff);
        }
        return true;
    }
}
