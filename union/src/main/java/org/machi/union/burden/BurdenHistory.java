package org.machi.union.burden;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.burden.BurdenShare;
import org.machi.law.explanation.Explanation;
import org.machi.law.parameter.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The judgements of a person, and how each came about. */
@Service
public class BurdenHistory {

    private final JdbcClient db;

    BurdenHistory(JdbcClient db) {
        this.db = db;
    }

    /**
     * One judgement.
     *
     * @param share 1, 2, 3 tenths, or null when it could not be decided
     * @param note what a clerk has to see to
     */
    public record Line(
            long decisionId,
            LocalDate validFrom,
            @Nullable String share,
            String reason,
            int levyYear,
            @Nullable String note,
            LocalDate decidedOn) {

        /** 2割, or that nothing is decided. */
        public String words() {
            return share == null ? "判定できない" : share + "割";
        }

        /** The reason as people read it. */
        public String reasonName() {
            return switch (reason) {
                case "YEARLY" -> "年次の判定";
                case "NEW" -> "資格取得";
                case "INCOME" -> "所得更正";
                case "APPLIED" -> "基準収入額適用・負担区分等証明書";
                case "CLERK" -> "所得不明の間の職員の判定";
                default -> "世帯異動";
            };
        }
    }

    /** All judgements, the newest first. */
    public List<Line> of(String insuredNo) {
        return db.sql(
                        """
                        SELECT decision_id, valid_from, share, reason, levy_year, note, decided_on
                          FROM burden.decision WHERE insured_no = ? ORDER BY decision_id DESC
                        """)
                .param(insuredNo)
                .query(Line.class)
                .list();
    }

    /**
     * A clerk decides the share of somebody whose income nobody knows, until it is known; the law
     * names no share for that case, so the clerk says why. False when a share is decided already.
     */
    public boolean decide(
            String insuredNo, String share, String reason, LocalDate today, String staff) {
        return db.sql(
                                """
                                INSERT INTO burden.decision (insured_no, valid_from, share, reason, levy_year, facts, note, decided_on)
                                SELECT e.insured_no, greatest(e.insured_from, :start::date), :share, 'CLERK', :year, '',
                                       :note, :today::date
                                  FROM eligibility.period e
                                 WHERE e.insured_no = :no AND e.valid @> :today::date
                                   AND NOT EXISTS (SELECT FROM burden.decision d
                                                    WHERE d.insured_no = e.insured_no AND d.share IS NOT NULL
                                                      AND d.valid_from >= greatest(e.insured_from, :start::date))
                                   AND NOT EXISTS (SELECT FROM eligibility.period p
                                                    WHERE p.insured_no = e.insured_no AND p.valid @> :today::date
                                                      AND p.copay IS NOT NULL AND p.copay_from >= :start::date)
                                """)
                        .param("start", BurdenYear.of(today).start())
                        .param("year", BurdenYear.of(today).year())
                        .param("share", share)
                        .param("note", "所得が分からない間の判定：" + reason + "（職員 " + staff + "）")
                        .param("today", today)
                        .param("no", insuredNo)
                        .update()
                == 1;
    }

    /**
     * How a judgement came about.
     *
     * @param forChildren what the heads' 課税所得 are lower by for members below 19, yen
     */
    public record Told(Explanation explanation, long forChildren) {}

    /** How a judgement came about; empty for one that could not be made. */
    public Optional<Told> explain(String insuredNo, long decisionId) {
        return db.sql(
                        """
                        SELECT facts, valid_from FROM burden.decision
                         WHERE insured_no = ? AND decision_id = ? AND share IS NOT NULL AND reason <> 'CLERK'
                        """)
                .param(insuredNo)
                .param(decisionId)
                .query((row, _) -> {
                    BurdenText facts = BurdenText.parse(row.getString("facts"));
                    return new Told(
                            new BurdenShare(Parameters.standard())
                                    .explain(
                                            facts.insured(),
                                            facts.revenueOf70To74(),
                                            row.getObject("valid_from", LocalDate.class)),
                            facts.forChildren());
                })
                .optional();
    }
}
