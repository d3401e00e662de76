package org.machi.city.people.outside;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.NonResidentStates;
import org.machi.city.people.PeopleDesk;
import org.machi.city.people.outside.Candidates.Candidate;
import org.machi.city.people.protection.Stops;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 住登外者の登録・変更・廃止: what one clerk enters counts when another has confirmed it; a new person gets the
 * number at that moment. The deeds run in the transaction of the page.
 */
@Component
class OutsideRegister {

    private final JdbcClient db;
    private final Numbers numbers;
    private final NumberUses uses;
    private final Meanwhile meanwhile;

    OutsideRegister(JdbcClient db, Numbers numbers, NumberUses uses, Meanwhile meanwhile) {
        this.db = db;
        this.numbers = numbers;
        this.uses = uses;
        this.meanwhile = meanwhile;
    }

    /** Who works, and on which business day. */
    record Work(String staff, LocalDate on) {}

    /** An entry that waits for another clerk, or how it ended. */
    public record Entry(
            long entryNo,
            @Nullable Long personNo,
            String change,
            String name,
            String kana,
            @Nullable String birthOn,
            String address,
            String reason,
            String business,
            String evidence,
            @Nullable String anotherPerson,
            String enteredBy,
            LocalDate enteredOn,
            String state,
            @Nullable String confirmedBy,
            @Nullable String returnReason,
            boolean hidden) {

        /** Of a person whom the clerk may not see only that something waits. */
        private Entry shown() {
            return hidden
                    ? new Entry(
                            entryNo,
                            personNo,
                            change,
                            "（係の責任者が処理します）",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            null,
                            enteredBy,
                            enteredOn,
                            state,
                            confirmedBy,
                            null,
                            true)
                    : this;
        }
    }

    private static final String ENTRIES =
            """
            select entry_no, person_no, change, name, name_kana as kana, birth_on,
                   prefecture || city || town || coalesce(lot, '') || coalesce('　' || building, '') as address, reason, business,
                   evidence, another_person, entered_by, entered_on, state, confirmed_by, return_reason,
                   exists (select from people.v_stop s where s.person_no = e.person_no and s.look
                           and not case when s.guarded then :guarded else :keeper end) as hidden
            from people.non_resident_entry e
            """;

    /** What waits; nothing of a person whom the clerk may not see. */
    List<Entry> waiting(Clerk clerk) {
        return db
                .sql(ENTRIES + "where state = 'ENTERED' order by entry_no")
                .param("guarded", clerk.may(PeopleDesk.PROTECTED))
                .param("keeper", clerk.may(Stops.KEEPER))
                .query(Entry.class)
                .list()
                .stream()
                .map(Entry::shown)
                .toList();
    }

    /** 宛名番号 of the person whom an entry changes; empty for somebody new. */
    Optional<Long> personOf(long entryNo) {
        return db
                .sql("select person_no from people.non_resident_entry where entry_no = ?")
                .param(entryNo)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    List<Entry> of(long personNo) {
        return db.sql(ENTRIES + "where person_no = :person order by entry_no desc")
                .param("guarded", true)
                .param("keeper", true)
                .param("person", personNo)
                .query(Entry.class)
                .list();
    }

    long countWaiting() {
        return db.sql("select count(*) from people.non_resident_entry where state = 'ENTERED'")
                .query(Long.class)
                .single();
    }

    /** The registered facts of a 住登外者; empty for a resident or a number that was merged. */
    Optional<Map<String, @Nullable Object>> registered(long personNo) {
        return db
                .sql(
                        """
                        select p.*, coalesce(e.reason, '99') as reason,
                               coalesce(e.person_kind, case when p.birth_on = '0000-00-00' then '2' else '1' end) as person_kind
                        from people.person p
                        left join lateral (
                            select reason, person_kind from people.non_resident_entry x
                            where x.person_no = p.person_no and x.state = 'CONFIRMED' order by entry_no desc limit 1) e on true
                        where p.person_no = :no and p.resident_kind = '3' and p.resident_state is distinct from '2'
                          and not exists (select from people.merge g where g.person_no = p.person_no and g.undone_on is null)
                        """)
                .param("no", personNo)
                .query()
                .listOfRows()
                .stream()
                .findFirst();
    }

    /**
     * Enters a registration or a change.
     *
     * @param personNo null for somebody new
     * @param doubles who has the same facts
     * @return why not; empty when it waits for another clerk
     */
    List<String> enter(
            @Nullable Long personNo,
            Map<String, @Nullable Object> facts,
            List<Candidate> doubles,
            Work work) {
        List<String> faults = new ArrayList<>();
        if (!doubles.isEmpty() && facts.get("another_person") == null) {
            faults.add(
                    doubles.stream().anyMatch(Candidate::hidden)
                            ? "同じ人かもしれない、ここに表示できない登録があります。抑止の責任者に確かめて、別人と確かめた方法を入れてください。"
                            : "4情報がすべて一致する登録があります。その番号を使うか、別人と確かめた方法を入れてください。");
        }
        Object head = facts.get("head_no");
        if (head != null && homeOf(head).isEmpty()) {
            faults.add("世帯主の宛名番号が登録されていません。");
        }
        if (waits(personNo, facts)) {
            faults.add("同じ人の登録・変更が確認待ちです。");
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        String columns = String.join(", ", facts.keySet());
        String parameters =
                facts.keySet().stream().map(":%s"::formatted).collect(Collectors.joining(", "));
        db.sql(
                        """
                        insert into people.non_resident_entry (%s, person_no, household_no, entered_by, entered_on, doubles, seen_history)
                        values (%s, :person, :household, :staff, :today, :doubles,
                                (select max(history_no) from people.person_history where person_no = cast(:person as bigint)))
                        """
                                .formatted(columns, parameters))
                .params(facts)
                .param("person", personNo)
                .param("household", head == null ? null : homeOf(head).orElse(null))
                .param("doubles", doubles.stream().map(Candidate::personNo).toArray(Long[]::new))
                .param("staff", work.staff())
                .param("today", work.on())
                .update();
        return List.of();
    }

    private Optional<Long> homeOf(Object head) {
        return db.sql("select household_no from people.person where person_no = ?")
                .param(head)
                .query(Long.class)
                .optional();
    }

    private boolean waits(@Nullable Long personNo, Map<String, @Nullable Object> facts) {
        return db.sql(
                        """
                        select exists (select from people.non_resident_entry where state = 'ENTERED'
                            and (person_no = cast(:person as bigint)
                                 or cast(:person as bigint) is null and name = :name and name_kana = :kana
                                    and birth_on is not distinct from cast(:birth as text)))
                        """)
                .param("person", personNo)
                .param("name", facts.get("name"))
                .param("kana", facts.get("name_kana"))
                .param("birth", facts.get("birth_on"))
                .query(Boolean.class)
                .single();
    }

    /** Another clerk has seen the papers: the entry counts. Returns the number. */
    long confirm(long entryNo, Work work) {
        Entry entry = held(entryNo);
        if (entry.enteredBy().equals(work.staff())) {
            throw new ChangedMeanwhile("入力した職員は確認できません。別の職員が確認してください。");
        }
        Long given = entry.personNo();
        meanwhile
                .changed(entryNo, given)
                .ifPresent(what -> {
                    throw new ChangedMeanwhile("入力のあとに%s。差し戻して、入力し直してください。".formatted(what));
                });
        if (entry.change().equals(NonResidentForm.ENDED) && given != null) {
            List<String> users = uses.inUse(given);
            if (!users.isEmpty()) {
                throw new ChangedMeanwhile("使われている番号は廃止できません。" + String.join("、", users));
            }
        }
        long number = given == null ? numbers.issue(entryNo, work.on()) : given;
        settle(entryNo, "CONFIRMED", number, null, work);
        NonResidentStates.take(
                db,
                "(select x.*, x.entry_no as line from people.non_resident_entry x where x.entry_no = %d) e"
                        .formatted(entryNo),
                work.on(),
                null);
        db.sql("insert into people.untold (person_no) values (?)").param(number).update();
        if (!entry.change().equals(NonResidentForm.ENDED)) {
            uses.begin(number, entry.business(), work.on(), entry.enteredBy());
        }
        return number;
    }

    void giveBack(long entryNo, String reason, Work work) {
        Entry entry = held(entryNo);
        settle(entryNo, "RETURNED", entry.personNo(), reason, work);
    }

    private Entry held(long entryNo) {
        Entry entry =
                db.sql(ENTRIES + "where entry_no = :entry for update")
                        .param("guarded", true)
                        .param("keeper", true)
                        .param("entry", entryNo)
                        .query(Entry.class)
                        .optional()
                        .orElseThrow(NothingThere::new);
        if (!entry.state().equals("ENTERED")) {
            throw new ChangedMeanwhile("この登録は、ほかの職員が先に処理しました。");
        }
        return entry;
    }

    private void settle(
            long entryNo, String state, @Nullable Long number, @Nullable String reason, Work work) {
        db.sql(
                        """
                        update people.non_resident_entry
                        set state = :state, person_no = :number, return_reason = :reason, confirmed_at = clock_timestamp(),
                            confirmed_by = nullif(:staff, entered_by)
                        where entry_no = :no
                        """)
                .param("state", state)
                .param("number", number)
                .param("reason", reason)
                .param("staff", work.staff())
                .param("no", entryNo)
                .update();
    }
}
