package org.machi.union.benefits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.BenefitApplyFile;
import org.machi.formats.layout.BenefitFile;
import org.machi.formats.layout.CareReceiptFile;
import org.machi.formats.layout.OwnCostFile;
import org.machi.formats.layout.TransferFailedFile;
import org.machi.law.burden.IncomeLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the pages about benefits show. */
@Repository
class BenefitLookUp {

    private static final int MONTHS = 24;
    private static final int MOST = 500;

    private final JdbcClient db;

    BenefitLookUp(JdbcClient db) {
        this.db = db;
    }

    /** One month of care in numbers. */
    public record MonthLine(
            LocalDate careMonth,
            long receipts,
            long people,
            long cost,
            long assessed,
            long decided,
            long called) {}

    List<MonthLine> months() {
        return db.sql(
                        """
                        SELECT r.care_month, r.receipts, r.people, r.cost, coalesce(a.total, 0) AS assessed,
                               coalesce(d.total, 0) AS decided, coalesce(c.people, 0) AS called
                          FROM (SELECT care_month, count(*) AS receipts, count(DISTINCT insured_no) AS people, sum(points) * 10 AS cost
                                  FROM benefits.v_receipt GROUP BY care_month) r
                          LEFT JOIN (SELECT care_month, sum(total) AS total FROM benefits.v_assessed GROUP BY care_month) a USING (care_month)
                          LEFT JOIN (SELECT care_month, sum(amount) AS total FROM benefits.decision
                                      WHERE kind = '31' GROUP BY care_month) d USING (care_month)
                          LEFT JOIN (SELECT care_month, count(*) AS people FROM benefits.call GROUP BY care_month) c USING (care_month)
                         ORDER BY r.care_month DESC LIMIT ?
                        """)
                .param(MONTHS)
                .query(MonthLine.class)
                .list();
    }

    /** One receipt, with what it was before. */
    public record ReceiptLine(
            LocalDate careMonth,
            String receiptNo,
            String change,
            String kind,
            String institution,
            int days,
            int points,
            long paid,
            long inKind,
            boolean disease,
            boolean thirdParty,
            boolean holds,
            LocalDate receivedOn) {
        public String kindName() {
            return CareReceiptFile.KIND.meaning(kind);
        }

        public String changeName() {
            return CareReceiptFile.CHANGE.meaning(change);
        }
    }

    List<ReceiptLine> receipts(String insuredNo) {
        return db.sql(
                        """
                        SELECT care_month, receipt_no, change, kind, institution, days, points, paid, in_kind, disease, third_party,
                               change <> '3' AND NOT EXISTS (SELECT FROM benefits.receipt n
                                    WHERE n.receipt_no = r.receipt_no AND n.receipt_id > r.receipt_id) AS holds, received_on
                          FROM benefits.receipt r WHERE insured_no = ?
                         ORDER BY care_month DESC, receipt_no, receipt_id DESC LIMIT ?
                        """)
                .param(insuredNo)
                .param(MOST)
                .query(ReceiptLine.class)
                .list();
    }

    /** One assessed month. */
    public record AssessedLine(
            LocalDate careMonth,
            int version,
            String level,
            int earlier,
            long disease,
            long outpatient,
            long birthday,
            long household,
            long total,
            LocalDate decidedOn) {
        public String levelName() {
            return IncomeLevel.of(level).japanese();
        }
    }

    List<AssessedLine> assessed(String insuredNo) {
        return db.sql(
                        """
                        SELECT care_month, version, level, earlier, disease, outpatient, birthday, household, total, decided_on
                          FROM benefits.v_assessed WHERE insured_no = ? ORDER BY care_month DESC
                        """)
                .param(insuredNo)
                .query(AssessedLine.class)
                .list();
    }

    /** One sum of a year. */
    public record YearLine(
            LocalDate yearFrom,
            String kind,
            int version,
            String level,
            long own,
            long others,
            long total,
            LocalDate decidedOn) {
        public String kindName() {
            return BenefitFile.KIND.meaning(kind);
        }

        public String levelName() {
            return IncomeLevel.of(level).japanese();
        }
    }

    List<YearLine> years(String insuredNo) {
        return db.sql(
                        """
                        SELECT year_from, kind, version, level, own, others, total, decided_on
                          FROM benefits.v_yearly WHERE insured_no = ? ORDER BY year_from DESC, kind
                        """)
                .param(insuredNo)
                .query(YearLine.class)
                .list();
    }

    /** One 自己負担額証明書 of another insurer. */
    public record CertificateLine(
            String certificateNo,
            LocalDate yearFrom,
            String branch,
            String insurer,
            LocalDate fromOn,
            LocalDate untilOn,
            long outpatient,
            long amount,
            LocalDate knownOn) {
        public String branchName() {
            return OwnCostFile.BRANCH.meaning(branch);
        }
    }

    List<CertificateLine> certificates(String insuredNo) {
        return db.sql(
                        """
                        SELECT certificate_no, year_from, branch, insurer, from_on, until_on, outpatient, amount, known_on
                          FROM benefits.v_certificate WHERE insured_no = ? ORDER BY year_from DESC, certificate_no
                        """)
                .param(insuredNo)
                .query(CertificateLine.class)
                .list();
    }

    /** One decision with the state of its money. */
    public record DecisionLine(
            long decisionId,
            String decisionNo,
            String kind,
            @Nullable LocalDate careMonth,
            @Nullable String receptionNo,
            String result,
            long amount,
            LocalDate decidedOn,
            String reason,
            String state,
            @Nullable LocalDate transferOn,
            @Nullable String failure) {
        public String kindName() {
            return BenefitFile.KIND.meaning(kind);
        }

        public String resultName() {
            return BenefitFile.RESULT.meaning(result);
        }

        /** 振込状態 in words, with the bank's reason when it failed. */
        public String stateName() {
            if (result.equals("4")) {
                return state.equals("5") ? "返納済" : "返納待ち";
            }
            String name = BenefitFile.STATE.meaning(state);
            return state.equals("4") && failure != null
                    ? name + "（" + TransferFailedFile.REASON.meaning(failure) + "）"
                    : name;
        }

        /** Whether the return of the money can be noted. */
        public boolean isToReturn() {
            return result.equals("4") && !state.equals("5");
        }
    }

    private static final String DECISIONS =
            """
            SELECT d.decision_id, d.decision_no, d.kind, d.care_month, a.reception_no, d.result, d.amount, d.decided_on,
                   d.reason, s.state, s.transfer_on, s.failure
              FROM benefits.decision d
              JOIN benefits.v_state s USING (decision_id)
              LEFT JOIN benefits.application a ON a.application_id = d.application_id
             WHERE %s
            """;

    List<DecisionLine> decisions(String insuredNo) {
        return db.sql(
                        DECISIONS.formatted("d.insured_no = ?")
                                + " ORDER BY d.decision_id DESC LIMIT ?")
                .param(insuredNo)
                .param(MOST)
                .query(DecisionLine.class)
                .list();
    }

    /** One application. */
    public record ApplicationLine(
            String receptionNo,
            String kind,
            LocalDate receivedOn,
            LocalDate occurredOn,
            String applicant,
            @Nullable String account,
            @Nullable LocalDate withdrawnOn,
            boolean waiting) {
        public String kindName() {
            return BenefitApplyFile.KIND.meaning(kind);
        }
    }

    List<ApplicationLine> applications(String insuredNo) {
        return db.sql(
                        """
                        SELECT a.reception_no, a.kind, a.received_on, a.occurred_on, a.applicant,
                               a.holder_kana || ' ****' || right(a.account_no, 3) AS account, a.withdrawn_on,
                               w.application_id IS NOT NULL AS waiting
                          FROM benefits.application a LEFT JOIN benefits.waiting w USING (application_id)
                         WHERE a.insured_no = ? ORDER BY a.application_id DESC
                        """)
                .param(insuredNo)
                .query(ApplicationLine.class)
                .list();
    }

    /** One day of transfers. */
    public record TransferLine(
            LocalDate transferOn,
            long payments,
            long amount,
            long paid,
            long failed,
            @Nullable String file) {}

    List<TransferLine> transfers() {
        return db.sql(
                        """
                        SELECT p.transfer_on, count(*) AS payments, sum(p.amount) AS amount,
                               coalesce(sum(p.amount) FILTER (WHERE p.state = 'PAID'), 0) AS paid,
                               count(*) FILTER (WHERE p.state = 'FAILED') AS failed, max(f.name) AS file
                          FROM benefits.payment p
                          LEFT JOIN files.file f ON f.direction = 'OUT' AND f.kind = 'ZENGIN_BENEFIT' AND f.business_date = p.requested_on
                         GROUP BY p.transfer_on ORDER BY p.transfer_on DESC LIMIT ?
                        """)
                .param(MONTHS)
                .query(TransferLine.class)
                .list();
    }

    /** One line of the payment list. */
    public record PaymentLine(
            String insuredNo,
            long naturalId,
            String decisionNo,
            String kind,
            @Nullable LocalDate careMonth,
            long amount,
            String holder,
            String account,
            String state) {
        public String kindName() {
            return BenefitFile.KIND.meaning(kind);
        }

        public String stateName() {
            return switch (state) {
                case "PAID" -> "振込済";
                case "FAILED" -> "振込不能";
                default -> "依頼済";
            };
        }
    }

    /** 支払一覧 of a transfer day. */
    List<PaymentLine> payments(LocalDate transferOn, int from) {
        return db.sql(
                        """
                        SELECT d.insured_no, i.natural_id, d.decision_no, d.kind, d.care_month, p.amount, a.holder_kana AS holder,
                               a.bank_code || '-' || a.branch_code || ' ****' || right(a.account_no, 3) AS account, p.state
                          FROM benefits.payment p
                          JOIN benefits.decision d USING (decision_id)
                          JOIN eligibility.insured i USING (insured_no)
                          JOIN benefits.application a ON a.application_id = p.application_id
                         WHERE p.transfer_on = ? ORDER BY p.payment_id OFFSET ? LIMIT ?
                        """)
                .param(transferOn)
                .param(from)
                .param(MOST)
                .query(PaymentLine.class)
                .list();
    }

    /** One line that does not agree. */
    public record DifferenceLine(
            String insuredNo, String decisionNo, String what, long decided, long paid) {}

    List<DifferenceLine> differences() {
        return db.sql(
                        "SELECT * FROM benefits.v_difference ORDER BY insured_no, decision_no LIMIT ?")
                .param(MOST)
                .query(DifferenceLine.class)
                .list();
    }

    /** 第三者行為 on a receipt and nobody reported it. */
    public record ThirdPartyLine(
            String insuredNo, LocalDate careMonth, String institution, long cost) {}

    List<ThirdPartyLine> unreported() {
        return db.sql(
                        """
                        SELECT r.insured_no, r.care_month, r.institution, sum(r.points) * 10 AS cost
                          FROM benefits.v_receipt r
                         WHERE r.third_party AND NOT EXISTS (SELECT FROM benefits.application a
                               WHERE a.insured_no = r.insured_no AND a.kind = '41' AND a.withdrawn_on IS NULL)
                         GROUP BY r.insured_no, r.care_month, r.institution ORDER BY r.care_month DESC, r.insured_no LIMIT ?
                        """)
                .param(MOST)
                .query(ThirdPartyLine.class)
                .list();
    }

    /** Whom an insured number is; empty for one that nobody has. */
    List<Person> people(String insuredNo) {
        return db.sql(
                        """
                        SELECT i.natural_id, p.name FROM eligibility.insured i JOIN register.person p USING (natural_id)
                         WHERE i.insured_no = ? ORDER BY p.person_id DESC
                        """)
                .param(insuredNo)
                .query(Person.class)
                .list();
    }

    /** A person's name on the last record. */
    public record Person(long naturalId, String name) {}
}
