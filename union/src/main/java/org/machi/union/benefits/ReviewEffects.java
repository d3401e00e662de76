package org.machi.union.benefits;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.AccountYear;
import org.machi.law.LegalBasis;
import org.machi.law.burden.IncomeLevel;
import org.machi.platform.office.Parameters;
import org.machi.union.benefits.Reviews.Line;
import org.machi.union.benefits.Reviews.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What follows from an approval that is not money: 一部負担金減免 for some months, 長期入院該当 from the month
 * after, the claim against who caused an accident; and the ceiling of 人間ドック.
 */
@Service
@LegalBasis({"法58条", "法69条", "法74条"})
class ReviewEffects {

    static final String RELIEF = "42";
    static final String LONG_STAY = "44";
    static final String ACCIDENT = "41";
    static final String CHECKUP = "52";
    private static final int LONG_STAY_DAYS = 90;
    private static final int CLAIM_YEARS = 5;

    private final JdbcClient db;
    private final Parameters office;

    ReviewEffects(JdbcClient db, Parameters office) {
        this.db = db;
        this.office = office;
    }

    /**
     * 適用期間.
     *
     * @param relief 一部負担金減免区分, null for others
     */
    record Period(LocalDate from, @Nullable LocalDate until, @Nullable String relief) {}

    /** Why an application can't be approved, if it can't. */
    Optional<String> refusal(Line line, Verdict verdict, IncomeLevel level, LocalDate today) {
        return switch (line.kind()) {
            case RELIEF -> relief(line, verdict, today);
            case LONG_STAY -> longStay(line, level);
            case CHECKUP -> checkup(line);
            default -> Optional.empty();
        };
    }

    private Optional<String> relief(Line line, Verdict verdict, LocalDate today) {
        LocalDate until = verdict.until();
        if (until == null || verdict.relief() == null) {
            return Optional.of("減免の区分と適用終了日を選んでください。");
        }
        long months = office.number("benefits.reliefMonths", today);
        LocalDate from = line.receivedOn();
        return until.isBefore(from) || !until.isBefore(from.plusMonths(months))
                ? Optional.of("減免の期間は、受付日から%dか月以内です。".formatted(months))
                : Optional.empty();
    }

    private static Optional<String> longStay(Line line, IncomeLevel level) {
        if (level != IncomeLevel.LOW_2) {
            return Optional.of("長期入院該当は低所得Ⅱ（区分Ⅱ）の人だけです（今の限度区分：%s）。".formatted(level.japanese()));
        }
        Integer days = line.days();
        return days == null || days <= LONG_STAY_DAYS
                ? Optional.of("過去12か月の入院日数が90日を超えていません。")
                : Optional.empty();
    }

    private Optional<String> checkup(Line line) {
        AccountYear year = AccountYear.containing(line.occurredOn());
        boolean before =
                db.sql(
                                """
                                SELECT EXISTS (SELECT FROM benefits.decision d JOIN benefits.application a USING (application_id)
                                                WHERE d.insured_no = :no AND d.kind = '52' AND d.result = '1'
                                                  AND a.occurred_on >= :from AND a.occurred_on < :next)
                                """)
                        .param("no", line.insuredNo())
                        .param("from", LocalDate.of(year.year(), 4, 1))
                        .param("next", LocalDate.of(year.year() + 1, 4, 1))
                        .query(Boolean.class)
                        .single();
        return before ? Optional.of("この年度の人間ドック費用は、すでに助成しています。") : Optional.empty();
    }

    /** 人間ドック: at most what the union's rules allow. */
    long checkupMost(LocalDate day) {
        return office.number("benefits.checkupMost", day);
    }

    /** From when an approval holds; empty for what is money only. */
    Optional<Period> period(Line line, Verdict verdict) {
        return switch (line.kind()) {
            case RELIEF ->
                    Optional.of(new Period(line.receivedOn(), verdict.until(), verdict.relief()));
            case LONG_STAY ->
                    Optional.of(
                            new Period(
                                    line.receivedOn().withDayOfMonth(1).plusMonths(1), null, null));
            default -> Optional.empty();
        };
    }

    /** Enters what follows from an approval. */
    void enter(long decisionId, Line line, Verdict verdict, String staff) {
        period(line, verdict)
                .ifPresent(period ->
                        db.sql(
                                        """
                                        INSERT INTO benefits.effect (decision_id, from_on, until_on, relief) VALUES (?, ?, ?, ?)
                                        """)
                                .param(decisionId)
                                .param(period.from())
                                .param(period.until())
                                .param(period.relief())
                                .update());
        if (line.kind().equals(ACCIDENT)) {
            db.sql(
                            """
                            INSERT INTO benefits.claim (decision_id, insured_no, accident_on, lapses_on, state, staff)
                            VALUES (?, ?, ?, ?, 'OPEN', ?)
                            """)
                    .param(decisionId)
                    .param(line.insuredNo())
                    .param(line.occurredOn())
                    .param(line.occurredOn().plusYears(CLAIM_YEARS))
                    .param(staff)
                    .update();
        }
    }
}
