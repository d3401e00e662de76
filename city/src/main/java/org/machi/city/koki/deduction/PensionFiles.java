package org.machi.city.koki.deduction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.text.BankKana;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.Outbox;
import org.machi.platform.files.OutgoingFile;
import org.machi.platform.jobs.StepContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What the pension's payer is told: the yearly request (Z32) and everything else (Z3A). */
@Component
public class PensionFiles {

    /** 特別徴収制度コード of 後期高齢者医療. */
    private static final String KOKI = "3";

    private static final int KANA_LENGTH = 25;

    private final Outbox outbox;
    private final OrganisationSettings city;

    PensionFiles(Outbox outbox, OrganisationSettings city) {
        this.outbox = outbox;
        this.city = city;
    }

    /**
     * 特別徴収依頼 (T08): everybody who was captured, with what October and the later payments take, or
     * 非対象.
     */
    public void sendRequests(StepContext step) {
        send(step, FileKind.Z32, "notice = '01'");
    }

    /** 資格喪失等, 仮徴収額変更 and the like (T07, T10). */
    public void sendChanges(StepContext step) {
        send(step, FileKind.Z3A, "notice <> '01'");
    }

    private void send(StepContext step, FileKind kind, String condition) {
        LocalDate today = step.businessDate();
        int orders =
                step.db()
                        .sql(
                                "update koki.deduction_order set sent_on = :today where sent_on is null and "
                                        + condition)
                        .param("today", today)
                        .update();
        if (orders == 0) {
            return;
        }
        outbox.send(
                Dispatch.of(kind, "NENKIN", today, step.actor()),
                file ->
                        step.db()
                                .sql(ORDERS.formatted(condition))
                                .param("today", today)
                                .query(row -> {
                                    write(file, row, today);
                                }));
        step.count(kind.label(), orders);
    }

    private void write(OutgoingFile file, ResultSet order, LocalDate today) throws SQLException {
        String kana = order.getString("name_kana");
        Row row =
                PensionFile.LAYOUT
                        .row()
                        .set(PensionFile.MUNICIPALITY_CODE, city.code().substring(0, 5))
                        .set(PensionFile.COLLECTOR, order.getString("collector"))
                        .set(PensionFile.NOTICE, order.getString("notice"))
                        .set(PensionFile.SCHEME, KOKI)
                        .set(PensionFile.MADE_ON, today)
                        .set(PensionFile.PENSION_NO, order.getString("pension_no"))
                        .set(PensionFile.PENSION_CODE, order.getString("pension_code"))
                        .set(PensionFile.BIRTH_ON, order.getString("birth_on"))
                        .set(PensionFile.SEX, order.getString("sex"))
                        .set(PensionFile.NAME_KANA, BankKana.reduce(kana, KANA_LENGTH).text())
                        .set(PensionFile.DIVISION, order.getString("division"))
                        .set(PensionFile.EVENT_ON, order.getObject("event_on", LocalDate.class))
                        .set(PensionFile.AMOUNT1, order.getLong("amount1"))
                        .set(PensionFile.AMOUNT2, order.getLong("amount2"))
                        .set(PensionFile.AMOUNT3, order.getLong("pension_yearly"))
                        .build();
        file.write(row);
    }

    private static final String ORDERS =
            """
            select o.notice, o.division, o.event_on, o.amount1, o.amount2, d.collector, d.pension_no, d.pension_code,
                   case when o.notice = '01' then d.pension_yearly else 0 end as pension_yearly,
                   p.name_kana, p.birth_text as birth_on, p.sex
            from koki.deduction_order o
            join koki.deduction d using (insured_no)
            join people.v_person p on p.person_no = d.person_no
            where o.sent_on = :today and o.%s
            order by d.collector, o.notice, o.insured_no, o.order_id
            """;

    /** The files that come back. */
    @Configuration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        FileHandler pensionCandidates(PensionIntake intake) {
            return FileHandler.of(FileKind.Z31, intake::candidates)
                    .withAgain(intake::candidatesAgain, intake::waiting);
        }

        @Bean
        FileHandler pensionResults(PensionIntake intake) {
            return FileHandler.of(FileKind.Z33, intake::results)
                    .withAgain(intake::resultsAgain, intake::waiting);
        }

        @Bean
        FileHandler pensionDeductions(PensionIntake intake) {
            return FileHandler.of(FileKind.Z34, intake::deducted)
                    .withAgain(intake::deductedAgain, intake::waiting);
        }
    }
}
