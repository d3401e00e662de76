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
    private final Parameters parameters = Parameters.standard();

    Reviews(JdbcClient db) {
        this.db = db;
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
     */
    record Verdict(boolean accepted, long recognised, String reason) {}

    /** Why a verdict can't be entered, if it can't. */
    Optional<String> refusal(Line line, Verdict verdict) {
        if (verdict.reason().isBlank()) {
            return Optional.of("決定の理由を入れてください。市区町村と本人に知らせます。");
        }
        if (verdict.accepted() && line.asksAmount() && verdict.recognised() <= 0) {
            return Optional.of("認めた額を入れてください。");
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
            case "36", "52" -> OtherBenefits.transport(paid, verdict.recognised());
            case "35" ->
                    new OtherBenefits(parameters)
                            .meals(days(line), level(line), false, line.occurredOn());
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

    /** 高額介護合算: the union's own sum of the year beside the care insurance's certificate. */
    private long combined(Line line) {
        LocalDate year = YearlyCost.yearOf(line.occurredOn());
        long medical =
                db.sql(
                                """
                                SELECT coalesce((SELECT sum(r.paid) FROM benefits.v_receipt r
                                                  WHERE r.insured_no = :no AND r.care_month >= :from AND r.care_month < :to), 0)
                                     - coalesce((SELECT sum(a.total) FROM benefits.v_assessed a
                                                  WHERE a.insured_no = :no AND a.care_month >= :from AND a.care_month < :to), 0)
                                """)
                        .param("no", line.insuredNo())
                        .param("from", year)
                        .param("to", year.plusYears(1))
                        .query(Long.class)
                        .single();
        long care = line.carePaid() == null ? 0 : line.carePaid();
        return new YearlyCost(parameters).combined(medical, care, level(line), year);
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
        db.sql(
                        """
                        INSERT INTO benefits.decision
                            (insured_no, city_code, kind, application_id, result, amount, decided_on, reason, staff)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(line.insuredNo())
                .param(line.cityCode())
                .param(line.kind())
                .param(line.applicationId())
                .param(accepted ? "1" : "2")
                .param(amount)
                .param(today)
                .param(
                        verdict.accepted() && !accepted
                                ? verdict.reason() + "（計算の結果、支給する額がありません）"
                                : verdict.reason())
                .param(staff)
                .update();
        return true;
    }
}
