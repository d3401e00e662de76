package org.machi.union.reconciliation;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.machi.union.register.Cities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes what the cities report: 期割 (whole plans), 収納 (each posting), 滞納 (the state that holds). */
@Configuration(proxyBeanMethods = false)
class ReportIntake {

    private static final String INSTALMENTS =
            """
            INSERT INTO reconciliation.instalment
                (city_code, insured_no, levy_year, decision_year, assessment_no, method, period,
                 plan_version, person_no, assessment_version, kind, due_on, amount, city_premium,
                 received_on)
            SELECT '%1$s', insured_no, levy_year, decision_year, assessment_no, method, period,
                   plan_version, person_no, assessment_version, kind, due_on,
                   CASE WHEN change = '3' THEN 0 ELSE amount END, city_premium, '%2$s'
              FROM incoming
            ON CONFLICT (insured_no, levy_year, city_code, assessment_no, plan_version, decision_year,
                         method, period)
            DO UPDATE SET assessment_version = excluded.assessment_version, due_on = excluded.due_on,
                          amount = excluded.amount, city_premium = excluded.city_premium,
                          received_on = excluded.received_on
            """;
    private static final String RECEIPTS =
            """
            INSERT INTO reconciliation.receipt
                (city_code, insured_no, levy_year, decision_year, assessment_no, method, period, seq,
                 person_no, kind, paid_on, booked_on, amount, charged_after, received_after,
                 unpaid_after, overpaid_after, refunded_after, offset_after, offset_into_after,
                 received_on)
            SELECT '%1$s', insured_no, levy_year, decision_year, assessment_no, method, period,
                   receipt_seq, person_no, kind, paid_on, booked_on, amount, charged_after,
                   received_after, unpaid_after, overpaid_after, refunded_after, offset_after,
                   offset_into_after, '%2$s'
              FROM incoming
            ON CONFLICT DO NOTHING
            """;
    private static final String ARREARS =
            """
            INSERT INTO reconciliation.arrears
                (city_code, insured_no, levy_year, decision_year, assessment_no, method, period,
                 person_no, charged, unpaid, received, written_off, state, due_on, demanded_on,
                 received_on)
            SELECT DISTINCT ON (insured_no, levy_year, assessment_no, decision_year, method, period)
                   '%1$s', insured_no, levy_year, decision_year, assessment_no, method, period,
                   person_no, charged, unpaid, received, written_off, state, due_on, demanded_on,
                   '%2$s'::date
              FROM incoming
             ORDER BY insured_no, levy_year, assessment_no, decision_year, method, period, line DESC
            ON CONFLICT (insured_no, levy_year, city_code, assessment_no, decision_year, method, period)
            DO UPDATE SET charged = excluded.charged, unpaid = excluded.unpaid,
                          received = excluded.received, written_off = excluded.written_off,
                          state = excluded.state, due_on = excluded.due_on,
                          demanded_on = excluded.demanded_on, received_on = excluded.received_on
            """;
    private static final String TOUCHED =
            """
            INSERT INTO reconciliation.touched (city_code, insured_no, levy_year)
            SELECT DISTINCT '%1$s', insured_no, levy_year FROM incoming
            """;

    @Bean
    FileHandler instalments() {
        return FileHandler.of(FileKind.U_INSTALMENT, file -> take(file, "期割", INSTALMENTS));
    }

    @Bean
    FileHandler receipts() {
        return FileHandler.of(FileKind.U_RECEIPT, file -> take(file, "収納", RECEIPTS));
    }

    @Bean
    FileHandler arrears() {
        return FileHandler.of(FileKind.U_ARREARS, file -> take(file, "滞納", ARREARS));
    }

    private static void take(IncomingFile file, String name, String sql) {
        Cities.requireMember(file);
        file.setAside(
                "被保険者番号",
                "insured_no",
                "広域連合の被保険者台帳にない番号です",
                "NOT EXISTS (SELECT FROM eligibility.insured n WHERE n.insured_no = i.insured_no) AND "
                        + "NOT EXISTS (SELECT FROM eligibility.former f WHERE f.insured_no = i.insured_no)");
        file.count(name, sql.formatted(file.from(), file.businessDate()));
        file.db().sql(TOUCHED.formatted(file.from())).update();
    }
}
