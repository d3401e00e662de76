package org.machi.city.people;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.database.WorkTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 「65歳以上の住民及び同一世帯員」: who belongs to it today, who enters, changes or leaves (seed 001, 別添1 ③).
 *
 * <p>A person is looked at again only when something happened: a new state of anyone in a household
 * that the person is or was in, or the 65th birthday of one of its members. A row goes to the union
 * only when its content differs from what was sent last. Of a birth day that is not wholly known
 * the last possible one counts, as at the union: nobody is taken for older than is certain.
 *
 * <p>A number that was merged away while somebody is insured under it stays the number by which the
 * union knows the person: name, address and death of the number that goes on are sent under it,
 * home and 住所地特例 stay its own until the other one has its own 住所地特例.
 */
final class UnionExtract {

    /** 支援措置: an event that the union may not hear of, not even that there was one. */
    private static final String UNTOLD = "14";

    private static final Set<Column<?>> OF_THE_EVENT =
            Set.of(
                    ResidentFile.EVENT_SEQ,
                    ResidentFile.EVENT,
                    ResidentFile.EVENT_ON,
                    ResidentFile.REPORTED_ON,
                    ResidentFile.PROCESSED_ON,
                    ResidentFile.CANCELLED);

    private static final Set<Column<?>> OF_THE_NUMBER =
            Set.of(
                    ResidentFile.PERSON_NO,
                    ResidentFile.HOUSEHOLD_NO,
                    ResidentFile.RELATION,
                    ResidentFile.RELATION_NAME,
                    ResidentFile.HEAD_NO,
                    ResidentFile.HEAD_NAME);

    private static final Set<Column<?>> OF_THE_EXCEPTION =
            Set.of(
                    ResidentFile.ADDRESS_EXCEPTION,
                    ResidentFile.EXCEPTION_FROM,
                    ResidentFile.EXCEPTION_UNTIL,
                    ResidentFile.EXCEPTION_CODE,
                    ResidentFile.FACILITY);

    /**
     * What the union sees of the person {@code p}, under the number of {@code o} where that is
     * another one. After a 支援措置 the items of the event are those of the event before it ({@link
     * #TOLD}), so that neither its code nor its day is sent, and it alone is no reason to send.
     */
    static final String SENT_ITEMS =
            ResidentFile.FOR_UNION.stream()
                    .map(column -> sent(column) + " as " + column.code())
                    .collect(Collectors.joining(", "));

    /** The same values without their names. */
    private static final String SENT_VALUES =
            ResidentFile.FOR_UNION.stream()
                    .map(UnionExtract::sent)
                    .collect(Collectors.joining(", "));

    private static String sent(Column<?> column) {
        String code = column.code();
        if (OF_THE_NUMBER.contains(column)) {
            return "case when o.person_no is null then p.%1$s else o.%1$s end".formatted(code);
        }
        if (OF_THE_EXCEPTION.contains(column)) {
            return """
            case when o.person_no is null or p.address_exception <> '0' then p.%1$s else o.%1$s end\
            """
                    .formatted(code);
        }
        if (column.equals(ResidentFile.EVENT)) {
            return "case when p.event = '%1$s' then coalesce(e.event, '00') else p.event end"
                    .formatted(UNTOLD);
        }
        return OF_THE_EVENT.contains(column)
                ? "coalesce(e.%1$s, p.%1$s)".formatted(code)
                : "p." + code;
    }

    /** The last event that the union may hear of, where the last of all is none. */
    private static final String TOLD =
            """
            left join lateral (
                select h.event_seq, h.event, h.event_on, h.reported_on, h.processed_on, h.cancelled
                from people.person_history h
                where p.event = '%1$s' and h.person_no = p.person_no and h.event <> '%1$s'
                order by h.history_no desc limit 1) e on true
            """
                    .formatted(UNTOLD);

    /** Birthdays of the last weeks too: some fall on days on which the office is closed. */
    private static final String CANDIDATES =
            """
            create temporary table extract_candidate on commit drop as
            with touched as (
                select person_no from people.person where known_on = :today
                union
                select unnest(array[person_no, survivor_no, root_no]) from people.merge
                where known_on = :today or undone_on = :today
                union
                select person_no from people.untold
                union
                select person_no from people.person
                where people.latest_birth(birth_on) between (cast(:today as date) - interval '65 years 40 days')::date
                                                        and (cast(:today as date) - interval '65 years')::date
                  and not exists (select from people.union_extract x
                                  where x.person_no = person.person_no and x.inside and x.reason = '1')),
            homes as (
                select distinct household_no from people.household_membership
                where person_no in (select person_no from touched))
            select person_no from touched where person_no is not null
            union
            select k.person_no from people.v_union_keeper k join touched t on t.person_no = k.root_no
            union
            select person_no from people.household_membership
            where household_no in (select household_no from homes) and valid_to is null
            """;

    /** Before the first file nobody can leave: only those are looked at who may belong to it. */
    private static final String FIRST_CANDIDATES =
            """
            create temporary table extract_candidate on commit drop as
            with aged as (
                select person_no from people.person
                where people.latest_birth(birth_on) <= (cast(:today as date) - interval '65 years')::date),
            homes as (
                select distinct household_no from people.household_membership
                where valid_to is null and person_no in (select person_no from aged))
            select person_no from aged
            union
            select person_no from people.person where resident_kind = '3'
            union
            select person_no from people.household_membership
            where valid_to is null and household_no in (select household_no from homes)
            """;

    /**
     * People without a household record count by their age or their address exception (住登外). What
     * is sent of somebody is looked at only when he or she belongs to it.
     */
    private static final String STATES =
            """
            create temporary table extract_state on commit drop as
            with homes as (
                select distinct m.household_no
                from people.household_membership m join people.person p using (person_no)
                where m.valid_to is null and people.latest_birth(p.birth_on) <= (cast(:today as date) - interval '65 years')::date
                  and m.household_no in (
                      select c.household_no from people.household_membership c
                      where c.valid_to is null and c.person_no in (select person_no from extract_candidate))
                union
                select k.household_no from people.v_koki_home_wanted k join people.person p using (person_no)
                where people.latest_birth(p.birth_on) <= (cast(:today as date) - interval '65 years')::date),
            marked as (
                select p.person_no, p.resident_kind, p.address_exception, h.household_no is not null as with_aged,
                       coalesce(people.latest_birth(p.birth_on) <= (cast(:today as date) - interval '65 years')::date, false) as aged,
                       u.union_no, k.root_no
                from people.person p
                join extract_candidate c using (person_no)
                left join people.household_membership m on m.person_no = p.person_no and m.valid_to is null
                left join homes h on h.household_no = m.household_no
                left join people.v_union_number u on u.person_no = p.person_no
                left join people.v_union_keeper k on k.person_no = p.person_no),
            judged as (
                select person_no, union_no, coalesce(root_no, person_no) as facts_no,
                       case when resident_kind = '3' then '3' when aged then '1' when with_aged then '2' else '4' end::varchar(1) as reason,
                       union_no is null
                           and (root_no is not null or aged or with_aged or (resident_kind = '3' and address_exception <> '0')) as inside
                from marked)
            select j.person_no, j.facts_no, j.union_no, j.reason, j.inside,
                   case when j.inside then hash_record_extended(row(%s, j.union_no), 0) else 0 end as content_hash
            from judged j
            left join people.person p on p.person_no = j.facts_no
            left join people.person o on o.person_no = j.person_no and j.facts_no <> j.person_no
            %s
            """;

    private static final String DIFFERENCES =
            """
            create temporary table extract_row on commit drop as
            select s.person_no, s.facts_no, s.union_no, s.reason, s.inside, s.content_hash,
                   case when not s.inside then '3' when x.inside then '2' else '1' end::varchar(1) as extract
            from extract_state s
            left join people.union_extract x using (person_no)
            where (s.inside and (x.person_no is null or not x.inside or x.content_hash <> s.content_hash))
               or (not s.inside and x.inside)
            """;

    private static final String REMEMBER =
            """
            insert into people.union_extract (person_no, inside, reason, content_hash, sent_on)
            select person_no, inside, reason, content_hash, :today from extract_row
            on conflict (person_no) do update
                set inside = excluded.inside, reason = excluded.reason, content_hash = excluded.content_hash,
                    sent_on = excluded.sent_on
            """;

    /**
     * The rows of the file, in the order of its layout; 全件 (4) instead of 対象に入る when the file is
     * the first one.
     */
    static final String ROWS =
            """
            select %s, r.extract, r.reason as extract_reason, cast(:today as date) as extracted_on,
                   r.union_no as merged_into
            from extract_row r join people.person p on p.person_no = r.facts_no
            left join people.person o on o.person_no = r.person_no and r.facts_no <> r.person_no
            %s
            order by p.household_no, r.person_no
            """
                    .formatted(SENT_ITEMS, TOLD);

    private final JdbcClient db;

    UnionExtract(JdbcClient db) {
        this.db = db;
    }

    /**
     * Finds today's differences and remembers them as sent; {@link #ROWS} then reads them in the
     * same transaction.
     */
    int prepare(LocalDate today) {
        boolean first =
                db.sql("select not exists (select from people.union_extract)")
                        .query(Boolean.class)
                        .single();
        String candidates = first ? FIRST_CANDIDATES : CANDIDATES;
        if (db.sql(candidates).param("today", today).update() == 0) {
            return 0;
        }
        db.sql(
                        """
                        delete from people.untold u using extract_candidate c where c.person_no = u.person_no
                        """)
                .update();
        db.sql("analyze extract_candidate").update();
        db.sql(STATES.formatted(SENT_VALUES, TOLD)).param("today", today).update();
        int rows = db.sql(DIFFERENCES).update();
        WorkTable.ready(db, "extract_row", "facts_no", rows);
        db.sql(REMEMBER).param("today", today).update();
        return rows;
    }
}
