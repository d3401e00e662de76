package org.machi.city.people.outside;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.NonResidentStates;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
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

    OutsideRegister(JdbcClient db, Numbers numbers, NumberUses uses) {
        this.db = db;
        this.numbers = numbers;
        this.uses = uses;
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
            @Nullable String returnReason) {}

    private static final String ENTRIES =
            """
            select entry_no, person_no, change, name, name_kana as kana, birth_on,
                   prefecture || city || town || coalesce(lot, '') || coalesce('　' || building, '') as address, reason, business,
                   evidence, another_person, entered_by, entered_on, state, confirmed_by, return_reason
            from people.non_resident_entry
            """;

    List<Entry> waiting() {
        return db.sql(ENTRIES + "where state = 'ENTERED' order by entry_no")
                .query(Entry.class)
                .list();
    }

    List<Entry> of(long personNo) {
        return db.sql(ENTRIES + "where person_no = ? order by entry_no desc")
                .param(personNo)
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
     * @return why not; empty when it waits for another clerk
     */
    List<String> enter(
            @Nullable Long personNo,
            Map<String, @Nullable Object> facts,
            boolean doubled,
            Work work) {
        List<String> faults = new ArrayList<>();
        if (doubled && facts.get("another_person") == null) {
            faults.add("4情報がすべて一致する登録があります。その番号を使うか、別人と確かめた方法を入れてください。");
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
                        insert into people.non_resident_entry (%s, person_no, household_no, entered_by, entered_on)
                        values (%s, :person, :household, :staff, :today)
                        """
                                .formatted(columns, parameters))
                .params(facts)
                .param("person", personNo)
                .param("household", head == null ? null : homeOf(head).orElse(null))
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
        db.sql("insert into people.untold values (?) on conflict do nothing")
                .param(number)
                .update();
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
                db.sql(ENTRIES + "where entry_no = ? for update")
                        .param(entryNo)
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
