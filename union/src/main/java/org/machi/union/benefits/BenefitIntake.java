package org.machi.union.benefits;

import org.machi.formats.file.FileKind;
import org.machi.law.benefit.YearlyCost;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.machi.union.register.Cities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Takes レセプト情報 (new, corrected, cancelled), 給付申請情報 of the cities, and what the bank could not pay
 * in.
 */
@Configuration(proxyBeanMethods = false)
class BenefitIntake {

    /** Years whose claim can still live. */
    private static final int OLDEST = 3;

    @Bean
    FileHandler careReceipts() {
        return FileHandler.of(FileKind.K_RECEIPT, BenefitIntake::receipts);
    }

    @Bean
    FileHandler ownCosts() {
        return FileHandler.of(FileKind.K_OWN_COST, BenefitIntake::certificates);
    }

    @Bean
    FileHandler benefitApplications() {
        return FileHandler.of(FileKind.U_BENEFIT_APPLY, BenefitIntake::applications);
    }

    @Bean
    FileHandler failedTransfers() {
        return FileHandler.of(FileKind.BENEFIT_FAILED, BenefitIntake::failed);
    }

    private static void receipts(IncomingFile file) {
        file.setAside(
                "被保険者番号",
                "insured_no",
                "被保険者台帳にない番号です",
                "NOT EXISTS (SELECT FROM eligibility.insured e WHERE e.insured_no = i.insured_no)");
        file.setAside(
                "診療年月（1日）",
                "care_month",
                "その月に資格がありません",
                """
                NOT EXISTS (SELECT FROM eligibility.period e WHERE e.insured_no = i.insured_no
                   AND e.valid && daterange(date_trunc('month', i.care_month)::date,
                                            (date_trunc('month', i.care_month) + interval '1 month')::date))\
                """);
        file.setAside(
                "レセプト管理番号",
                "receipt_no",
                "同じ番号のレセプトを受け取っています",
                "i.change = '1' AND EXISTS (SELECT FROM benefits.receipt r WHERE r.receipt_no = i.receipt_no)");
        file.setAside(
                "レセプト管理番号",
                "receipt_no",
                "訂正・取消の元のレセプトがないか、被保険者番号・診療年月が元と違います（取消と新規で送ってください）",
                """
                i.change <> '1' AND NOT EXISTS (SELECT FROM benefits.receipt r WHERE r.receipt_no = i.receipt_no
                   AND r.insured_no = i.insured_no AND r.care_month = i.care_month)\
                """);
        file.setAside(
                "レセプト管理番号",
                "receipt_no",
                "ファイルの中で番号が重なっています",
                "EXISTS (SELECT FROM incoming o WHERE o.receipt_no = i.receipt_no AND o.line < i.line)");
        file.count(
                "レセプト",
                """
                INSERT INTO benefits.receipt
                    (receipt_no, change, examined, care_month, insured_no, institution, kind, share, days, points, paid,
                     in_kind, public_code, public_paid, disease, third_party, meals, meals_paid, received_on)
                SELECT receipt_no, change, examined, care_month, insured_no, institution, kind, share, days, points, paid,
                       in_kind, public_code, public_paid, disease, third_party, meals, meals_paid, '%s'
                  FROM incoming ORDER BY line
                """
                        .formatted(file.businessDate()));
        file.db()
                .sql(
                        """
                        INSERT INTO benefits.due (insured_no, care_month)
                        SELECT DISTINCT insured_no, care_month FROM incoming ON CONFLICT DO NOTHING
                        """)
                .update();
        yearDue(file, "care_month", "true");
        file.about(
                file.db()
                        .sql(
                                "SELECT DISTINCT natural_id::bigint FROM incoming JOIN eligibility.insured USING (insured_no)")
                        .query(Long.class)
                        .list());
    }

    private static void certificates(IncomingFile file) {
        file.setAside(
                "被保険者番号",
                "insured_no",
                "被保険者台帳にない番号です",
                "NOT EXISTS (SELECT FROM eligibility.insured e WHERE e.insured_no = i.insured_no)");
        file.setAside(
                "計算期間の初日（8月1日）",
                "year_from",
                "計算期間は8月1日から始まります",
                "to_char(i.year_from, 'MMDD') <> '0801'");
        file.count(
                "自己負担額証明書",
                """
                INSERT INTO benefits.certificate
                    (certificate_no, insured_no, year_from, branch, insurer, from_on, until_on, outpatient, amount, known_on)
                SELECT certificate_no, insured_no, year_from, branch, insurer, from_on, until_on, outpatient, amount, '%s'
                  FROM incoming ORDER BY line
                """
                        .formatted(file.businessDate()));
        yearDue(file, "year_from", "true");
        file.about(
                file.db()
                        .sql(
                                "SELECT DISTINCT natural_id::bigint FROM incoming JOIN eligibility.insured USING (insured_no)")
                        .query(Long.class)
                        .list());
    }

    /** A year that was summed up already is summed up again for the people of a file. */
    private static void yearDue(IncomingFile file, String day, String which) {
        file.db()
                .sql(
                        """
                        INSERT INTO benefits.year_due (insured_no, year_from)
                        SELECT DISTINCT i.insured_no, y.year_from
                          FROM incoming i
                         CROSS JOIN LATERAL (SELECT make_date(extract(year FROM i.%1$s - interval '7 months')::integer, 8, 1)) y (year_from)
                          JOIN benefits.mark m ON m.summed_year >= y.year_from
                         WHERE %2$s AND y.year_from >= :oldest
                        ON CONFLICT DO NOTHING
                        """
                                .formatted(day, which))
                .param("oldest", YearlyCost.yearOf(file.businessDate()).minusYears(OLDEST))
                .update();
    }

    private static void applications(IncomingFile file) {
        Cities.requireMember(file);
        file.setAside(
                "被保険者番号",
                "insured_no",
                "その市区町村の被保険者ではありません",
                """
                NOT EXISTS (SELECT FROM eligibility.period e JOIN register.person p USING (person_id)
                    WHERE e.insured_no = i.insured_no AND p.city_code = '%s' AND p.person_no = i.person_no)\
                """
                        .formatted(file.from()));
        file.setAside(
                "受付番号",
                "reception_no",
                "同じ受付番号の申請を受け取っています",
                "i.cancelled = '0' AND EXISTS (SELECT FROM benefits.application a WHERE a.city_code = '"
                        + file.from()
                        + "' AND a.reception_no = i.reception_no)");
        file.setAside(
                "口座番号",
                "account_no",
                "振込先の口座がありません",
                """
                i.cancelled = '0' AND i.kind IN ('31', '33', '34', '35', '36', '37', '43', '52')
                AND num_nulls(i.bank_code, i.branch_code, i.account_kind, i.account_no, i.holder_kana) > 0\
                """);
        file.setAside(
                "受付番号",
                "reception_no",
                "取り消せる申請がないか、決定した後です",
                """
                i.cancelled = '1' AND NOT EXISTS (SELECT FROM benefits.application a JOIN benefits.waiting w USING (application_id)
                    WHERE a.city_code = '%s' AND a.reception_no = i.reception_no AND a.kind = i.kind)\
                """
                        .formatted(file.from()));
        takeBack(file);
        enter(file);
        yearDue(file, "occurred_on", "i.kind = '33'");
    }

    /** Cancelled before a decision. */
    private static void takeBack(IncomingFile file) {
        file.db()
                .sql(
                        """
                        WITH gone AS (
                            UPDATE benefits.application a SET withdrawn_on = :day FROM incoming i
                             WHERE i.cancelled = '1' AND a.city_code = :city AND a.reception_no = i.reception_no
                            RETURNING a.application_id)
                        DELETE FROM benefits.waiting WHERE application_id IN (SELECT application_id FROM gone)
                        """)
                .param("day", file.businessDate())
                .param("city", file.from())
                .update();
    }

    private static void enter(IncomingFile file) {
        file.count(
                "給付の申請",
                file.db()
                        .sql(
                                """
                                WITH entered AS (
                                    INSERT INTO benefits.application
                                        (city_code, person_no, insured_no, reception_no, kind, received_on, channel, occurred_on,
                                         expense, paid, care_paid, days, applicant, relation, applicant_address, bank_code,
                                         bank_kana, branch_code, branch_kana, account_kind, account_no, holder_kana, note, known_on)
                                    SELECT :city, person_no, insured_no, reception_no, kind, received_on, channel, occurred_on,
                                           expense, paid, care_paid, days, applicant, relation, applicant_address, bank_code,
                                           bank_kana, branch_code, branch_kana, account_kind, account_no, holder_kana, note, :day
                                      FROM incoming WHERE cancelled = '0' ORDER BY line
                                    RETURNING application_id, kind)
                                INSERT INTO benefits.waiting (application_id, by_clerk)
                                SELECT application_id, kind IN ('33', '34', '35', '36', '41', '42', '44', '52') FROM entered
                                """)
                        .param("day", file.businessDate())
                        .param("city", file.from())
                        .update());
    }

    private static void failed(IncomingFile file) {
        file.setAside(
                "顧客コード",
                "customer_no",
                "その振込はありません",
                """
                NOT EXISTS (SELECT FROM benefits.payment p WHERE lpad(p.payment_id::text, 20, '0') = i.customer_no
                   AND p.amount = i.amount AND p.state <> 'FAILED')\
                """);
        file.count(
                "振込不能",
                file.db()
                        .sql(
                                """
                                WITH failed AS (
                                    UPDATE benefits.payment p SET state = 'FAILED', settled_on = ?, failure = i.reason
                                      FROM incoming i WHERE p.payment_id = i.customer_no::bigint
                                    RETURNING p.decision_id)
                                INSERT INTO benefits.event (decision_id) SELECT decision_id FROM failed
                                """)
                        .param(file.businessDate())
                        .update());
    }
}
