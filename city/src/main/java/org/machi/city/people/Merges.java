package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.files.IncomingFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 名寄せ: a 住登外者 who has two numbers, or one beside a resident's. The retired number stays with its
 * history and points to the surviving one; the union is told the surviving number. A number under
 * which somebody is or was insured keeps its ledger: insurance, premiums, money and letters stay
 * under it, are shown with the surviving one and go to the name and address of that; while the
 * insurance lasts the union goes on with the old number.
 */
@Component
class Merges {

    private final JdbcClient db;

    Merges(JdbcClient db) {
        this.db = db;
    }

    /** A link that holds, seen from the surviving number. */
    public record Merged(
            long mergeNo,
            long personNo,
            String name,
            LocalDate mergedOn,
            @Nullable String staff,
            @Nullable String note,
            @Nullable String kept) {}

    /** Who decides, when and why. */
    record Decision(String staff, LocalDate on, String note) {}

    /** Rows of 統合 whose target makes no sense are listed. */
    static void setAside(IncomingFile file) {
        file.setAside(
                "統合先宛名番号",
                "merged_into",
                "統合には、別の、登録のある宛名番号が要ります",
                """
                i.change = '4' and (i.merged_into is null or i.merged_into = i.person_no or not exists (
                    select from people.person p where p.person_no = i.merged_into))
                """);
        file.setAside(
                "宛名番号",
                "person_no",
                "住登外者でない人は統合できません",
                """
                i.change = '4' and exists (
                    select from people.person p where p.person_no = i.person_no and p.resident_kind <> '3')
                """);
        file.setAside(
                "宛名番号",
                "person_no",
                "被保険者である番号は住民の番号へ統合できず、二つの番号の両方に資格があるときも統合できません（届出や登録の訂正で一方の資格が終わってから統合してください）",
                """
                i.change = '4' and i.merged_into is not null and people.merge_refused(i.person_no, i.merged_into) is not null
                """);
        file.setAside(
                "統合先宛名番号",
                "merged_into",
                "統合先が、この番号へ統合されています",
                """
                i.change = '4' and exists (
                    select from people.merge m where m.undone_on is null and m.person_no = i.merged_into
                      and i.person_no in (m.survivor_no, m.root_no)
                      and not exists (select from incoming o where o.person_no = m.person_no and o.change in ('1', '2')))
                or i.change = '4' and exists (
                    select from incoming o where o.change = '4' and o.person_no = i.merged_into and o.merged_into = i.person_no
                      and o.line < i.line)
                """);
    }

    /**
     * Keeps the links of the file; a later row of a retired number without a target takes it back.
     */
    static void take(IncomingFile file) {
        MergedIncomes incomes = new MergedIncomes(file.db());
        file.count(
                "統合の取消",
                file.db()
                        .sql(
                                """
                                update people.merge m set undone_on = :today, undone_note = '住登外者ファイル'
                                from incoming i
                                where m.person_no = i.person_no and m.undone_on is null
                                  and (i.change in ('1', '2') or i.change = '4' and i.merged_into <> m.survivor_no)
                                """)
                        .param("today", file.businessDate())
                        .update());
        file.count(
                "統合",
                file.db()
                        .sql(
                                """
                                insert into people.merge (person_no, survivor_no, merged_on, known_on, source, kept)
                                select distinct on (person_no) person_no, merged_into, changed_on, :today, 'FILE',
                                       people.kept_ledger(person_no)
                                from incoming where change = '4' order by person_no, line desc
                                on conflict (person_no) where undone_on is null do nothing
                                """)
                        .param("today", file.businessDate())
                        .update());
        follow(file.db());
        incomes.follow(file.businessDate());
    }

    /** Chains (A to B, B to C) lead to the number that survives all of them. */
    private static void follow(JdbcClient db) {
        db.sql("select people.follow_merges()").query((_, _) -> true).list();
    }

    /** The number that a retired one points to. */
    Optional<Long> survivor(long personNo) {
        return db.sql(
                        "select survivor_no from people.merge where person_no = ? and undone_on is null")
                .param(personNo)
                .query(Long.class)
                .optional();
    }

    /** The retired numbers under which a person's insurance, premiums and money stand. */
    List<Long> ledgers(long personNo) {
        return db.sql(
                        "select person_no from people.v_kept where root_no = ? order by kept, person_no")
                .param(personNo)
                .query(Long.class)
                .list();
    }

    boolean keepsLedger(long personNo) {
        return db.sql("select exists (select from people.v_kept where person_no = ?)")
                .param(personNo)
                .query(Boolean.class)
                .single();
    }

    /** The retired numbers of a person. */
    List<Merged> into(long survivorNo) {
        return db.sql(
                        """
                        select m.merge_no, m.person_no, p.name, m.merged_on, m.staff, m.note, m.kept
                        from people.merge m join people.person p using (person_no)
                        where m.survivor_no = ? and m.undone_on is null order by m.merge_no
                        """)
                .param(survivorNo)
                .query(Merged.class)
                .list();
    }

    /**
     * Links a 住登外者 to another record.
     *
     * @return why not, or empty when it is done
     */
    Optional<String> merge(long personNo, long survivorNo, Decision decision) {
        db.sql(
                        "select 1 from people.person where person_no in (:one, :other) order by person_no for update")
                .param("one", personNo)
                .param("other", survivorNo)
                .query(Integer.class)
                .list();
        List<String> faults =
                db
                        .sql(
                                """
                                select case when :survivor = p.person_no then '同じ宛名番号です。'
                                            when p.resident_kind <> '3' then '住登外者でない人は統合できません。'
                                            when s.person_no is null then '統合先の宛名番号が登録されていません。'
                                            when exists (select from people.merge m where m.undone_on is null
                                                         and (m.person_no in (:person, :survivor) or m.survivor_no = :person))
                                            then 'どちらかの番号が既に統合されています。'
                                            else people.merge_refused(:person, :survivor) end
                                from people.person p
                                left join people.person s on s.person_no = :survivor
                                where p.person_no = :person
                                """)
                        .param("person", personNo)
                        .param("survivor", survivorNo)
                        .query((row, _) -> Optional.ofNullable(row.getString(1)))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .toList();
        if (!faults.isEmpty()) {
            return Optional.of(faults.getFirst());
        }
        MergedIncomes incomes = new MergedIncomes(db);
        db.sql(
                        """
                        insert into people.merge (person_no, survivor_no, merged_on, known_on, source, staff, note, kept)
                        values (:person, :survivor, :today, :today, 'CLERK', :staff, :note, people.kept_ledger(:person))
                        """)
                .param("person", personNo)
                .param("survivor", survivorNo)
                .param("today", decision.on())
                .param("staff", decision.staff())
                .param("note", decision.note())
                .update();
        follow(db);
        incomes.follow(decision.on());
        remind(List.of(personNo, survivorNo));
        return Optional.empty();
    }

    /** The morning's extract has run: the next one looks at both numbers. */
    private void remind(List<Long> people) {
        db.sql("insert into people.untold (person_no) select unnest(cast(:people as bigint[]))")
                .param("people", people.toArray(Long[]::new))
                .update();
    }

    /** Takes a link back; both numbers stand on their own again. */
    boolean undo(long mergeNo, Decision decision) {
        MergedIncomes incomes = new MergedIncomes(db);
        boolean undone =
                db.sql(
                                        """
                                        update people.merge set undone_on = :today, undone_by = :staff, undone_note = :note
                                        where merge_no = :no and undone_on is null
                                        """)
                                .param("today", decision.on())
                                .param("staff", decision.staff())
                                .param("note", decision.note())
                                .param("no", mergeNo)
                                .update()
                        > 0;
        follow(db);
        incomes.follow(decision.on());
        remind(people(mergeNo));
        return undone;
    }

    /** Both numbers of a link, for the audit trail. */
    List<Long> people(long mergeNo) {
        return db.sql(
                        "select unnest(array[person_no, survivor_no]) from people.merge where merge_no = ?")
                .param(mergeNo)
                .query(Long.class)
                .list();
    }
}
