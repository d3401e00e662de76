package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 届出・申請の窓口: takes an application, and has it confirmed by another clerk; then it goes to the union
 * with the next morning's file. The same person, kind and day of reception is one application,
 * however often it is entered.
 */
@Service
public class Counter implements Reception {

    private final JdbcClient db;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final HomeSettings homes;

    Counter(JdbcClient db, AuditTrail audit, TransactionTemplate transaction, HomeSettings homes) {
        this.homes = homes;
        this.db = db;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** How an entry ended. */
    public sealed interface Outcome {

        /** 受付番号 under which it waits for its confirmation. */
        record Received(String receptionNo) implements Outcome {}

        /** Nothing was taken, and why. */
        record Refused(List<String> reasons) implements Outcome {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /** Takes an application in. */
    public Outcome receive(CounterEntry entry, LocalDate today, Actor clerk) {
        return transaction.execute(_ -> received(entry, today, clerk));
    }

    private Outcome received(CounterEntry entry, LocalDate today, Actor clerk) {
        Optional<String> before = enteredBefore(entry, today);
        if (before.isPresent()) {
            return new Outcome.Received(before.get());
        }
        CounterEntry.Facts facts = facts(entry);
        List<String> faults = entry.faults(facts, today);
        faults.addAll(homes.faults(entry));
        insuredUnder(entry.personNo())
                .ifPresent(no ->
                        faults.add(
                                "この人の資格は統合された宛名番号 %d にあります。その番号の届出・申請で受け付けてください。".formatted(no)));
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        String receptionNo =
                db.sql(
                                """
                                insert into people.application (reception_no, person_no, kind, cancelled, received_on,
                                    occurred_on, until_on, disability, other_code, facility, note, reported_on, reason,
                                    revenue, disease, card_kind, share, facility_address, koki_household_no)
                                values (lpad(nextval('people.reception_no')::text, 10, '0'), :person, :kind, '0', :today,
                                    :occurred, :until, :disability, :other, :facility, :note,
                                    coalesce(cast(:reported as date), :today), :reason, :revenue, :disease, :card,
                                    :share, :place, :home)
                                returning reception_no
                                """)
                        .param("reported", entry.particulars().reportedOn())
                        .param("reason", entry.particulars().reason())
                        .param("revenue", entry.particulars().revenue())
                        .param("disease", entry.particulars().disease())
                        .param("card", entry.particulars().cardKind())
                        .param("share", entry.particulars().share())
                        .param("place", entry.particulars().facilityAddress())
                        .param("home", homes.asked(entry).orElse(null))
                        .param("person", entry.personNo())
                        .param("kind", entry.kind())
                        .param("today", today)
                        .param("occurred", entry.occurredOn())
                        .param("until", entry.untilOn())
                        .param("disability", entry.disability())
                        .param("other", entry.otherCode())
                        .param("facility", entry.facility())
                        .param("note", entry.note())
                        .query(String.class)
                        .single();
        keepChecks(receptionNo, entry.presence(), clerk);
        record("届出・申請の受付", entry.kindName(), receptionNo, entry.personNo(), today, clerk);
        return new Outcome.Received(receptionNo);
    }

    /** The same form sent twice is one entry; with any other content it is another one. */
    private Optional<String> enteredBefore(CounterEntry entry, LocalDate today) {
        return db.sql(
                        """
                        select a.reception_no from people.application a join people.counter_entry c using (reception_no)
                        where a.person_no = :person and a.kind = :kind and a.received_on = :today
                          and a.occurred_on = :occurred and a.cancelled = '0' and c.state <> 'RETURNED'
                          and (a.reason, a.disability, a.disease, a.card_kind, a.share, a.facility, a.note)
                              is not distinct from (cast(:reason as text), cast(:disability as text),
                                  cast(:disease as text), cast(:card as text), cast(:share as text),
                                  cast(:facility as text), cast(:note as text))
                          and a.until_on is not distinct from cast(:until as date)
                          and a.revenue is not distinct from cast(:revenue as bigint)
                          and a.koki_household_no is not distinct from cast(:home as bigint)
                          and c.came_as = :cameAs and coalesce(c.agent_name, '') = :agent
                        """)
                .param("disability", entry.disability())
                .param("disease", entry.particulars().disease())
                .param("card", entry.particulars().cardKind())
                .param("share", entry.particulars().share())
                .param("facility", entry.facility())
                .param("note", entry.note())
                .param("until", entry.untilOn())
                .param("revenue", entry.particulars().revenue())
                .param("cameAs", entry.presence().cameAs().name())
                .param("agent", entry.presence().agentName().strip())
                .param("home", homes.asked(entry).orElse(null))
                .param("reason", entry.particulars().reason())
                .param("person", entry.personNo())
                .param("kind", entry.kind())
                .param("today", today)
                .param("occurred", entry.occurredOn())
                .query(String.class)
                .optional();
    }

    private void keepChecks(String receptionNo, Presence presence, Actor clerk) {
        Presence.AgentCheck agent = presence.agentCheck();
        db.sql(
                        """
                        insert into people.counter_entry (reception_no, came_as, agent_name, number_check, identity_check,
                            agent_check, entered_by, terminal, state)
                        values (:no, :cameAs, nullif(:agent, ''), :number, :identity, :agentCheck, :clerk, :terminal, 'ENTERED')
                        """)
                .param("no", receptionNo)
                .param("cameAs", presence.cameAs().name())
                .param("agent", presence.agentName().strip())
                .param("number", presence.numberCheck().name())
                .param("identity", presence.identityCheck().name())
                .param("agentCheck", agent == null ? null : agent.name())
                .param("clerk", clerk.staff())
                .param("terminal", clerk.terminal())
                .update();
    }

    /** The merged number under which the person is insured; empty where it is the own one. */
    Optional<Long> insuredUnder(long personNo) {
        return db.sql("select person_no from people.v_union_keeper where root_no = ?")
                .param(personNo)
                .query(Long.class)
                .optional();
    }

    /** Whether an application waits for its confirmation. */
    public boolean waits(String receptionNo) {
        return db.sql(
                        "select exists (select from people.counter_entry where reception_no = ? and state = 'ENTERED')")
                .param(receptionNo)
                .query(Boolean.class)
                .single();
    }

    @Override
    public long personOf(String receptionNo) {
        return waiting(receptionNo).personNo();
    }

    @Override
    public void confirm(String receptionNo, LocalDate today, Actor clerk) {
        transaction.executeWithoutResult(_ -> {
            Waiting waiting = waiting(receptionNo);
            if (waiting.enteredBy().equals(clerk.staff())) {
                throw new ChangedMeanwhile("入力した職員は確認できません。別の職員が確認してください。");
            }
            settle(receptionNo, "CONFIRMED", null, clerk);
            homes.remind(receptionNo);
            record("届出・申請の確認", "", receptionNo, waiting.personNo(), today, clerk);
        });
    }

    @Override
    public void giveBack(String receptionNo, String reason, LocalDate today, Actor clerk) {
        transaction.executeWithoutResult(_ -> {
            Waiting waiting = waiting(receptionNo);
            settle(receptionNo, "RETURNED", reason, clerk);
            record("届出・申請の差戻し", reason, receptionNo, waiting.personNo(), today, clerk);
        });
    }

    private void settle(String receptionNo, String state, @Nullable String reason, Actor clerk) {
        int rows =
                db.sql(
                                """
                                update people.counter_entry
                                set state = :state, confirmed_at = clock_timestamp(), return_reason = :reason,
                                    confirmed_by = nullif(:clerk, entered_by)
                                where reception_no = :no and state = 'ENTERED'
                                """)
                        .param("state", state)
                        .param("reason", reason)
                        .param("clerk", clerk.staff())
                        .param("no", receptionNo)
                        .update();
        if (rows == 0) {
            throw new ChangedMeanwhile("この届出は、ほかの職員が先に処理しました。");
        }
    }

    private record Waiting(long personNo, String enteredBy) {}

    private Waiting waiting(String receptionNo) {
        return db.sql(
                        """
                        select a.person_no, c.entered_by
                        from people.counter_entry c join people.application a using (reception_no)
                        where reception_no = :no
                        """)
                .param("no", receptionNo)
                .query((row, _) ->
                        new Waiting(row.getLong("person_no"), row.getString("entered_by")))
                .optional()
                .orElseThrow(NothingThere::new);
    }

    private void record(
            String action, String what, String no, long personNo, LocalDate today, Actor clerk) {
        audit.record(
                Deed.of(clerk, "窓口の届出・申請", action, "受付番号 " + no)
                        .aboutPerson(personNo)
                        .withDetail(what)
                        .on(today));
    }

    private CounterEntry.Facts facts(CounterEntry entry) {
        return db.sql(FACTS)
                .param("person", entry.personNo())
                .param("kind", entry.kind())
                .param("card", entry.particulars().cardKind())
                .query((row, _) ->
                        new CounterEntry.Facts(
                                row.getObject("birth", LocalDate.class),
                                row.getBoolean("dead"),
                                row.getBoolean("gone"),
                                row.getBoolean("recognised"),
                                row.getBoolean("exception"),
                                row.getBoolean("insured"),
                                row.getBoolean("same_waits")))
                .optional()
                .orElseThrow(NothingThere::new);
    }

    /** What was returned never was; what was sent counts until its opposite was sent. */
    private static final String FACTS =
            """
            with valid as (
                select case when a.kind || coalesce(a.reason, '') in ('1403') then '03'
                            when a.kind || coalesce(a.reason, '') in ('1504') then '04'
                            when a.kind || coalesce(a.reason, '') in ('1405') then '05'
                            when a.kind || coalesce(a.reason, '') in ('1506') then '07' else a.kind end as kind,
                       a.reception_no, a.card_kind, c.state from people.application a
                left join people.counter_entry c using (reception_no)
                where a.person_no = :person and a.cancelled = '0' and c.state is distinct from 'RETURNED'
                  and not exists (select from people.application_verdict v
                                  where v.reception_no = a.reception_no and v.result = '2'))
            select people.latest_birth(p.birth_on) as birth, p.died_on is not null as dead,
                   p.resident_state is distinct from '1' and '1' not in (p.address_exception, o.address_exception) as gone,
                   coalesce((select kind = '03' from valid where kind in ('03', '04')
                             order by reception_no desc limit 1),
                            exists (select from koki.insured k where k.person_no = o.person_no
                                    and k.acquired_by = '03' and k.lost_on is null)) as recognised,
                   coalesce((select kind = '05' from valid where kind in ('05', '07')
                             order by reception_no desc limit 1), '1' in (p.address_exception, o.address_exception)) as exception,
                   exists (select from koki.insured k where k.person_no = o.person_no
                           and (k.lost_on is null or k.lost_on > k.acquired_on)) as insured,
                   exists (select from valid where kind = :kind and state = 'ENTERED'
                           and card_kind is not distinct from cast(:card as text)) as same_waits
            from people.person o
            left join people.v_kept g on g.person_no = o.person_no
            join people.person p on p.person_no = coalesce(g.root_no, o.person_no)
            where o.person_no = :person
            """;
}
