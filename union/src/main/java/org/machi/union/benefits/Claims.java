package org.machi.union.benefits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.law.LegalBasis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 第三者求償: what the union paid for care after an accident, claimed from who caused it, at most what
 * was paid; and what came of it.
 */
@Service
@LegalBasis("法58条")
class Claims {

    private static final int MOST = 500;

    private final JdbcClient db;

    Claims(JdbcClient db) {
        this.db = db;
    }

    /**
     * One claim.
     *
     * @param paidOut what the union paid by the receipts of the accident, 高額療養費 included, yen
     */
    public record Line(
            long claimId,
            String insuredNo,
            long naturalId,
            String name,
            LocalDate accidentOn,
            LocalDate lapsesOn,
            String state,
            long receipts,
            long paidOut,
            @Nullable LocalDate claimedOn,
            @Nullable Long claimed,
            @Nullable LocalDate receivedOn,
            @Nullable Long received,
            @Nullable String note) {

        public String stateName() {
            return switch (state) {
                case "CLAIMED" -> "請求済";
                case "RECEIVED" -> "収納済";
                case "CLOSED" -> "請求しない";
                default -> "請求前";
            };
        }

        public boolean isOpen() {
            return state.equals("OPEN");
        }

        /** What is still to come in. */
        public long missing() {
            return claimed == null ? 0 : claimed - (received == null ? 0 : received);
        }
    }

    List<Line> all() {
        return db.sql(
                        """
                        SELECT c.claim_id, c.insured_no, p.natural_id, p.name, c.accident_on, c.lapses_on, c.state,
                               r.receipts, r.paid_out, c.claimed_on, c.claimed, c.received_on, c.received, c.note
                          FROM benefits.claim c
                          JOIN eligibility.insured i USING (insured_no)
                          JOIN LATERAL (SELECT p.natural_id, p.name FROM register.person p
                                         WHERE p.natural_id = i.natural_id ORDER BY p.person_id DESC LIMIT 1) p ON true
                         CROSS JOIN LATERAL (
                               SELECT count(*) AS receipts, coalesce(sum(r.points * 10 - r.paid - r.public_paid), 0) AS paid_out
                                 FROM benefits.v_receipt r
                                WHERE r.insured_no = c.insured_no AND r.third_party
                                  AND r.care_month >= date_trunc('month', c.accident_on)) r
                         ORDER BY c.state = 'OPEN' DESC, c.state = 'CLAIMED' DESC, c.claim_id DESC LIMIT ?
                        """)
                .param(MOST)
                .query(Line.class)
                .list();
    }

    /** The claim was sent; false when somebody was faster. */
    boolean claim(long claimId, long yen, LocalDate day, String staff) {
        return db.sql(
                                """
                                UPDATE benefits.claim SET state = 'CLAIMED', claimed_on = ?, claimed = ?, staff = ?
                                 WHERE claim_id = ? AND state = 'OPEN'
                                """)
                        .params(day, yen, staff, claimId)
                        .update()
                == 1;
    }

    /** Money came in, whole or in part. */
    boolean receive(long claimId, long yen, LocalDate day, String staff) {
        return db.sql(
                                """
                                UPDATE benefits.claim
                                   SET received_on = :day, received = coalesce(received, 0) + :yen, staff = :staff,
                                       state = CASE WHEN coalesce(received, 0) + :yen >= claimed THEN 'RECEIVED' ELSE state END
                                 WHERE claim_id = :id AND state = 'CLAIMED' AND coalesce(received, 0) + :yen <= claimed
                                """)
                        .param("day", day)
                        .param("yen", yen)
                        .param("staff", staff)
                        .param("id", claimId)
                        .update()
                == 1;
    }

    /** Nothing more is claimed, with the reason. */
    boolean close(long claimId, String reason, String staff) {
        return db.sql(
                                """
                                UPDATE benefits.claim SET state = 'CLOSED', note = ?, staff = ?
                                 WHERE claim_id = ? AND state IN ('OPEN', 'CLAIMED')
                                """)
                        .params(reason, staff, claimId)
                        .update()
                == 1;
    }
}
