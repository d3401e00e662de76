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
                         WHERE insured_no = ? AND decision_id = ? AND share IS NOT NULL
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
