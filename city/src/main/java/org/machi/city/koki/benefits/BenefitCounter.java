package org.machi.city.koki.benefits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.Presence;
import org.machi.city.people.Reception;
import org.machi.formats.layout.BenefitApplyFile;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 給付の申請の受付: takes an application in under a 受付番号; with papers lacking (不備) it waits for them; a
 * second clerk confirms it; then the next file takes it to the union.
 */
@Service
public class BenefitCounter implements Reception {

    private final JdbcClient db;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    BenefitCounter(JdbcClient db, AuditTrail audit, TransactionTemplate transaction) {
        this.db = db;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** How an entry ended. */
    public sealed interface Outcome {

        /**
         * It has a 受付番号.
         *
         * @param missing papers that still lack; it waits for them
         */
        record Received(String receptionNo, List<String> missing) implements Outcome {}

        /** Nothing was taken, and why. */
        record Refused(List<String> reasons) implements Outcome {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /** Takes an application in. */
    public Outcome receive(BenefitEntry entry, LocalDate today, Actor clerk) {
        return transaction.execute(_ -> {
            BenefitEntry.Facts facts = facts(entry);
            List<String> faults = entry.faults(facts, today);
            if (!faults.isEmpty()) {
                return new Outcome.Refused(faults);
            }
            List<String> missing = entry.missing();
            String no = insert(entry, facts, missing, today, clerk);
            record("給付の申請の受付", no, entry.personNo(), entry.kind(), today, clerk);
            return new Outcome.Received(no, missing);
        });
    }

    private BenefitEntry.Facts facts(BenefitEntry entry) {
        return db.sql(
                        """
                        select (select k.insured_no from koki.insured k where k.person_no = p.person_no
                                order by k.acquired_on desc limit 1) as insured_no,
                               p.name_kana as kana, p.died_on as died,
                               exists (select from koki.benefit_application a where a.person_no = p.person_no and a.kind = :kind
                                       and a.occurred_on = :on and a.state in ('INCOMPLETE', 'ENTERED', 'CONFIRMED')) as same_waits
                        from people.v_person p where p.person_no = :person
                        """)
                .param("kind", entry.kind())
                .param("on", entry.occurredOn())
                .param("person", entry.personNo())
                .query((row, _) ->
                        new BenefitEntry.Facts(
                                row.getString("insured_no"),
                                row.getString("kana"),
                                row.getObject("died", LocalDate.class),
                                row.getBoolean("same_waits")))
                .optional()
                .orElseThrow(NothingThere::new);
    }

    private String insert(
            BenefitEntry entry,
            BenefitEntry.Facts facts,
            List<String> missing,
            LocalDate today,
            Actor clerk) {
        BenefitEntry.@Nullable Account account = entry.account();
        Presence presence = entry.presence();
        Presence.AgentCheck agent = presence.agentCheck();
        return db.sql(
                        """
                        insert into koki.benefit_application
                            (reception_no, person_no, insured_no, kind, received_on, received_at, channel, occurred_on, expense, paid,
                             care_paid, days, applicant, relation, applicant_address, bank_code, bank_kana, branch_code, branch_kana,
                             account_kind, account_no, holder_kana, note, papers, missing, came_as, agent_name, identity_check,
                             agent_check, entered_by, terminal, state)
                        values (lpad(nextval('people.reception_no')::text, 10, '0'), :person, :insured, :kind, :today, :place, :channel,
                             :occurred, :expense, :paid, :care, :days, :applicant, :relation, :address, :bank, :bankKana, :branch,
                             :branchKana, :accountKind, :accountNo, :holder, :note, :papers, :missing, :cameAs, nullif(:agent, ''),
                             :identity, :agentCheck, :clerk, :terminal, :state)
                        returning reception_no
                        """)
                .param("person", entry.personNo())
                .param("insured", facts.insuredNo())
                .param("kind", entry.kind())
                .param("today", today)
                .param("place", clerk.office())
                .param("channel", entry.channel())
                .param("occurred", entry.occurredOn())
                .param("expense", entry.amounts().expense())
                .param("paid", entry.amounts().paid())
                .param("care", entry.amounts().carePaid())
                .param("days", entry.amounts().days())
                .param("applicant", entry.applicant().name().strip())
                .param("relation", entry.applicant().relation())
                .param("address", entry.applicant().address())
                .param("bank", account == null ? null : account.bankCode())
                .param("bankKana", account == null ? null : account.bankShort())
                .param("branch", account == null ? null : account.branchCode())
                .param("branchKana", account == null ? null : account.branchShort())
                .param("accountKind", account == null ? null : account.kind())
                .param("accountNo", account == null ? null : account.no())
                .param("holder", account == null ? null : account.holderKana())
                .param("note", entry.note())
                .param("papers", entry.papers().toArray(String[]::new))
                .param("missing", missing.toArray(String[]::new))
                .param("cameAs", presence.cameAs().name())
                .param("agent", presence.agentName().strip())
                .param("identity", presence.identityCheck().name())
                .param("agentCheck", agent == null ? null : agent.name())
                .param("clerk", clerk.staff())
                .param("terminal", clerk.terminal())
                .param("state", missing.isEmpty() ? "ENTERED" : "INCOMPLETE")
                .query(String.class)
                .single();
    }

    /** Who an application is about, who entered it and how it stands. */
    record Waiting(long personNo, String kind, String enteredBy, String state) {}

    Waiting waiting(String receptionNo) {
        return db.sql(
                        "select person_no, kind, entered_by, state from koki.benefit_application where reception_no = ?")
                .param(receptionNo)
                .query(Waiting.class)
                .optional()
                .orElseThrow(NothingThere::new);
    }

    @Override
    public long personOf(String receptionNo) {
        return waiting(receptionNo).personNo();
    }

    /** The papers that lacked came in. */
    public void complete(String receptionNo, LocalDate today, Actor clerk) {
        move(
                receptionNo,
                new Move(
                        "不備の補正",
                        """
                        state = 'ENTERED', papers = papers || missing, missing = '{}', entered_by = :clerk
                        """,
                        "INCOMPLETE",
                        ""),
                today,
                clerk);
    }

    @Override
    public void confirm(String receptionNo, LocalDate today, Actor clerk) {
        if (waiting(receptionNo).enteredBy().equals(clerk.staff())) {
            throw new ChangedMeanwhile("入力した職員は確認できません。別の職員が確認してください。");
        }
        move(
                receptionNo,
                new Move(
                        "給付の申請の確認",
                        "state = 'CONFIRMED', confirmed_by = :clerk, confirmed_at = clock_timestamp()",
                        "ENTERED",
                        ""),
                today,
                clerk);
    }

    @Override
    public void giveBack(String receptionNo, String reason, LocalDate today, Actor clerk) {
        move(
                receptionNo,
                new Move(
                        "給付の申請の差戻し",
                        "state = 'RETURNED', return_reason = :reason, confirmed_by = nullif(:clerk, entered_by)",
                        "ENTERED",
                        reason),
                today,
                clerk);
    }

    /** 取下げ: while papers lack, or before the union decided; what was sent is taken back by file. */
    public void withdraw(String receptionNo, String reason, LocalDate today, Actor clerk) {
        move(
                receptionNo,
                new Move(
                        "給付の申請の取下げ",
                        """
                        state = 'WITHDRAWN', return_reason = :reason, withdrawn_sent_on = case when sent_on is null then :today::date end
                        """,
                        "INCOMPLETE,CONFIRMED",
                        reason),
                today,
                clerk);
    }

    /**
     * A step of an application.
     *
     * @param from states from which it leads, with commas
     */
    private record Move(String action, String change, String from, String reason) {}

    private void move(String receptionNo, Move move, LocalDate today, Actor clerk) {
        transaction.executeWithoutResult(_ -> {
            Waiting before = waiting(receptionNo);
            int rows =
                    db.sql(
                                    """
                                    update koki.benefit_application a set %s
                                    where reception_no = :no and state = any (string_to_array(:from, ','))
                                      and not exists (select from koki.benefit_decision d where d.reception_no = a.reception_no
                                                      and d.result <> '3')
                                      and :clerk <> '' and :reason is not null and :today::date is not null
                                    """
                                            .formatted(move.change()))
                            .param("no", receptionNo)
                            .param("from", move.from())
                            .param("reason", move.reason())
                            .param("clerk", clerk.staff())
                            .param("today", today)
                            .update();
            if (rows == 0) {
                throw new ChangedMeanwhile("この申請は、ほかの職員が先に処理したか、広域連合が決定しています。");
            }
            record(move.action(), receptionNo, before.personNo(), before.kind(), today, clerk);
        });
    }

    private void record(
            String action, String no, long personNo, String kind, LocalDate today, Actor clerk) {
        audit.record(
                Deed.of(clerk, "給付の申請", action, "受付番号 " + no)
                        .aboutPerson(personNo)
                        .withDetail(BenefitApplyFile.KIND.meaning(kind))
                        .on(today));
    }
}
