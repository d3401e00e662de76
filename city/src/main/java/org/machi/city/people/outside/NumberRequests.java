package org.machi.city.people.outside;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.NonResidentStates;
import org.machi.city.people.protection.Stops;
import org.machi.platform.files.IncomingFile;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 照会・付番 for other systems of the office: who keeps people from outside asks here by file, takes the
 * number of somebody who is on record or gets a new one, and says when it no longer uses it. What a
 * new number would double, and whoever may not be shown, is held for a clerk.
 */
@Component
public class NumberRequests {

    private static final int SHOWN = 100;

    private final JdbcClient db;
    private final Numbers numbers;

    NumberRequests(JdbcClient db, Numbers numbers) {
        this.db = db;
        this.numbers = numbers;
    }

    /** A request that is held; nothing of a person whom the clerk may not see. */
    public record Held(
            String asker,
            String requestNo,
            String business,
            String name,
            LocalDate receivedOn,
            String explanation,
            String candidates) {}

    /** Takes a file of requests: sought, numbered and kept for the answer of the same day. */
    public void take(IncomingFile file) {
        file.setAside(
                "氏名（漢字）",
                "name",
                "照会と付番依頼には氏名・カナ・市区町村・町名が要ります",
                "i.request in ('1', '2') and (i.name is null or i.name_kana is null or i.city is null or i.town is null)");
        file.setAside(
                "登録事由コード",
                "reason",
                "付番依頼には登録事由・個人法人区分・地方公共団体コード・都道府県名・確かめた書類が要ります",
                """
                i.request = '2' and (i.reason is null or i.person_kind is null or i.municipality_code is null
                    or i.prefecture is null or i.evidence is null or i.person_kind = '1' and i.birth_on is null)
                """);
        file.setAside(
                "住登外者宛名番号",
                "person_no",
                "利用の開始・終了には番号が要ります",
                "i.request in ('3', '4') and i.person_no is null");
        int kept =
                db.sql(KEEP)
                        .param("asker", file.from())
                        .param("today", file.businessDate())
                        .param("file", file.id())
                        .update();
        file.count("照会・付番依頼", kept);
        if (kept > 0) {
            db.sql("select pg_advisory_xact_lock(hashtextextended('people.issued_number', 0))")
                    .query((_, _) -> true)
                    .list();
            db.sql(FIND).param("asker", file.from()).update();
            db.sql(JUDGE).param("asker", file.from()).update();
            issue(file);
            use(file);
            file.about(
                    db.sql(
                                    """
                                    select distinct c.person_no from people.number_candidate c join incoming i using (request_no)
                                    where c.asker = :asker
                                    union
                                    select q.person_no from people.number_request q join incoming i using (request_no)
                                    where q.asker = :asker and q.person_no is not null
                                    """)
                            .param("asker", file.from())
                            .query(Long.class)
                            .list());
        }
    }

    /** Numbers everybody for whom nothing speaks against it, in the order of the requests. */
    private void issue(IncomingFile file) {
        List<String> requests =
                db.sql(
                                """
                                select request_no from people.number_request
                                where asker = ? and result = '3' and person_no is null order by request_no
                                """)
                        .param(file.from())
                        .query(String.class)
                        .list();
        if (requests.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        update people.number_request q set person_no = n.number, explanation = '付番しました'
                        from unnest(cast(:requests as text[]), cast(:numbers as bigint[])) n (request_no, number)
                        where q.asker = :asker and q.request_no = n.request_no
                        """)
                .param("asker", file.from())
                .param("requests", requests.toArray(String[]::new))
                .param("numbers", numbers.free(requests.size()).toArray(Long[]::new))
                .update();
        long before =
                db.sql("select coalesce(max(entry_no), 0) from people.non_resident_entry")
                        .query(Long.class)
                        .single();
        db.sql(ENTER)
                .param("asker", file.from())
                .param("today", file.businessDate())
                .param("requests", requests.toArray(String[]::new))
                .update();
        db.sql(
                        """
                        insert into people.issued_number (person_no, entry_no, issued_on)
                        select person_no, entry_no, :today from people.non_resident_entry where entry_no > :before
                        """)
                .param("today", file.businessDate())
                .param("before", before)
                .update();
        file.count("付番", requests.size());
        NonResidentStates.take(
                db,
                "(select x.*, x.entry_no as line from people.non_resident_entry x where x.entry_no > %d) e"
                        .formatted(before),
                file.businessDate(),
                file.id());
        db.sql(
                        """
                        insert into people.untold (person_no)
                        select person_no from people.non_resident_entry where entry_no > ?
                        """)
                .param(before)
                .update();
    }

    /** Who got or took a number uses it; who gives it up does so no longer. */
    private void use(IncomingFile file) {
        db.sql(
                        """
                        insert into people.number_use (person_no, business, since, staff)
                        select distinct q.person_no, q.business, cast(:today as date), q.asker
                        from people.number_request q
                        where q.asker = :asker and q.answered_on is null and (q.request = '2' and q.result = '3' or q.request = '3' and q.result = '5')
                        on conflict do nothing
                        """)
                .param("asker", file.from())
                .param("today", file.businessDate())
                .update();
        db.sql(
                        """
                        update people.number_use u set until = :today
                        from people.number_request q
                        where q.asker = :asker and q.answered_on is null and q.request = '4' and q.result = '5'
                          and u.person_no = q.person_no and u.business = q.business and u.until is null
                        """)
                .param("asker", file.from())
                .param("today", file.businessDate())
                .update();
    }

    /** What is held for a clerk: the asking office is to be called. */
    List<Held> held(Clerk clerk) {
        return db.sql(
                        """
                        select q.asker, q.request_no, q.business, q.received_on, q.explanation,
                               case when exists (select from people.number_candidate c left join people.v_stop s using (person_no)
                                                 where c.asker = q.asker and c.request_no = q.request_no and c.hidden
                                                   and not case when coalesce(s.guarded, false) then :guarded else :keeper end)
                                    then '（係の責任者が処理します）' else q.name end as name,
                               coalesce((select string_agg(case when c.hidden and not case when coalesce(s.guarded, false)
                                                                then :guarded else :keeper end
                                                                then '（表示できません）' else c.person_no::text end, '、' order by c.position)
                                         from people.number_candidate c left join people.v_stop s using (person_no)
                                         where c.asker = q.asker and c.request_no = q.request_no), '') as candidates
                        from people.number_request q where q.result = '4'
                          and not exists (select from people.number_request l where l.asker = q.asker and l.name = q.name
                                          and l.name_kana = q.name_kana and l.birth_on is not distinct from q.birth_on
                                          and l.request = q.request and l.request_no > q.request_no and l.result <> '4')
                        order by q.received_on desc, q.asker, q.request_no limit :most
                        """)
                .param("guarded", clerk.may(Stops.PROTECTED))
                .param("keeper", clerk.may(Stops.KEEPER))
                .param("most", SHOWN)
                .query((row, _) ->
                        new Held(
                                row.getString("asker"),
                                row.getString("request_no"),
                                row.getString("business"),
                                text(row.getString("name")),
                                row.getObject("received_on", LocalDate.class),
                                text(row.getString("explanation")),
                                row.getString("candidates")))
                .list();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A request that comes again under its number is answered once. */
    private static final String KEEP =
            """
            insert into people.number_request (asker, request_no, request, matching, asked_on, business, person_no, reason,
                person_kind, name, name_kana, birth_on, sex, municipality_code, postal_code, prefecture, city, town, lot, building,
                evidence, another_person, received_on, file_id)
            select distinct on (request_no) :asker, request_no, request, matching, asked_on, business,
                case when request in ('3', '4') then person_no end, reason,
                person_kind, name, name_kana, birth_on, sex, municipality_code, postal_code, prefecture, city, town, lot, building,
                evidence, another_person, :today, :file
            from incoming order by request_no, line
            on conflict (asker, request_no) do nothing
            """;

    /**
     * The same comparison as at the counter: two of the four must agree at least, all for 完全一致; of
     * somebody whose look is stopped the address counts for nobody.
     */
    private static final String FIND =
            """
            insert into people.number_candidate (asker, request_no, position, person_no, met, doubled, hidden)
            with asked as materialized (
                select q.request_no, coalesce(q.request = '1' and q.matching = '1', false) as exact,
                       people.name_key(q.name) as name, people.kana_key(q.name_kana) as kana, coalesce(q.birth_on, '') as birth,
                       people.day(q.birth_on) as birth_day, people.name_key(q.city || q.town || coalesce(q.lot, '')) as address
                from people.number_request q where q.asker = :asker and q.result is null and q.request in ('1', '2')),
            near as (
                select a.request_no, p.person_no from asked a join people.person p on p.kana_key = a.kana
                union
                select a.request_no, p.person_no from asked a join people.person p on p.name_key = a.name
                union
                select a.request_no, n.person_no from asked a join people.past_name n on n.key in (a.name, a.kana)
                union
                select a.request_no, p.person_no from asked a cross join lateral (
                    select b.person_no from people.person b where b.birth_day = a.birth_day
                      and strpos(people.name_key(b.city || b.town || coalesce(b.lot, '')), a.address) > 0 limit 20) p),
            met as (
                select a.request_no, a.exact, p.person_no, coalesce(s.look, false) as hidden,
                       (p.name_key = a.name)::int + (p.kana_key = a.kana)::int
                       + (case when a.birth = '' then p.birth_on = '0000-00-00' else p.birth_on = a.birth end)::int as told,
                       (strpos(people.name_key(p.prefecture || p.city || p.town || coalesce(p.lot, '')), a.address) > 0)::int as there
                from near n join asked a using (request_no) join people.person p using (person_no)
                left join people.v_stop s on s.person_no = p.person_no),
            counted as (
                select request_no, exact, person_no, hidden, told + case when hidden then 0 else there end as met,
                       told = 3 and (there = 1 or hidden) as doubled
                from met),
            ranked as (
                select *, row_number() over (partition by request_no order by doubled desc, met desc, person_no) as position
                from counted where met >= 2 and (not exact or doubled))
            select :asker, request_no, position, person_no, met, doubled, hidden from ranked where position <= 20
            """;

    /** What is answered; a number is only promised here. */
    private static final String JUDGE =
            """
            update people.number_request q set result = j.result, explanation = j.explanation
            from (
                select n.request_no, v.result, v.explanation
                from people.number_request n
                cross join lateral (
                    select coalesce(bool_or(c.hidden and (c.doubled or n.request = '1')), false) as hidden,
                           coalesce(bool_or(c.doubled), false) as doubled, count(*) filter (where not c.hidden) as shown
                    from people.number_candidate c where c.asker = n.asker and c.request_no = n.request_no) c
                cross join lateral (
                    select exists (select from people.number_request o
                                   where o.request = '2' and people.name_key(o.name) = people.name_key(n.name)
                                     and people.kana_key(o.name_kana) = people.kana_key(n.name_kana)
                                     and o.birth_on is not distinct from n.birth_on
                                     and (o.asker, o.request_no) < (n.asker, n.request_no) and o.result is null)
                        or exists (select from people.non_resident_entry e where e.state = 'ENTERED' and e.person_no is null
                                   and people.name_key(e.name) = people.name_key(n.name)
                                   and people.kana_key(e.name_kana) = people.kana_key(n.name_kana)
                                   and e.birth_on is not distinct from n.birth_on) as twice,
                           exists (select from people.person p where p.person_no = n.person_no and p.resident_kind = '3'
                                   and p.resident_state is distinct from '2'
                                   and not exists (select from people.merge g where g.person_no = p.person_no and g.undone_on is null)
                                   and not exists (select from people.v_stop s where s.person_no = p.person_no and (s.look or s.change)))
                               as usable,
                           exists (select from people.number_use u where u.person_no = n.person_no and u.business = n.business
                                   and u.until is null) as used) x
                cross join lateral (
                    select case when n.request = '1' and c.shown > 0 then '1' when n.request = '1' and c.hidden then '4'
                                when n.request = '1' then '2'
                                when n.request = '2' and (c.doubled and n.another_person is null or x.twice) then '4'
                                when n.request = '2' then '3'
                                when n.request = '3' and x.usable or n.request = '4' and x.used then '5' else '9' end as result) r
                cross join lateral (
                    select r.result, case
                        when r.result = '1' then '候補があります' when r.result = '2' then '該当する人はいません' when r.result = '3' then ''
                        when n.request = '2' and x.twice then '同じ人の付番依頼又は登録が先にあります'
                        when r.result = '4' and c.hidden then 'ここでは回答できない登録があります。住登外者宛名番号管理の担当に確かめてください'
                        when r.result = '4' then '4情報がすべて一致する登録があります。その番号を使うか、別人と確かめた方法を入れて依頼してください'
                        when r.result = '5' then '受理しました'
                        when n.request = '4' then 'この業務はこの番号を使っていません'
                        else '使える住登外者の番号ではありません' end as explanation) v
                where n.asker = :asker and n.result is null) j
            where q.asker = :asker and q.request_no = j.request_no
            """;

    private static final String ENTER =
            """
            insert into people.non_resident_entry (person_no, change, changed_on, reason, person_kind, name, name_kana, birth_on, sex,
                municipality_code, postal_code, prefecture, city, town, lot, building, address_exception, business, evidence,
                another_person, entered_by, entered_on, state, confirmed_at)
            select person_no, '1', least(asked_on, :today), reason, person_kind, name, name_kana, birth_on, coalesce(sex, '0'),
                municipality_code, postal_code, prefecture, city, town, lot, building, '0', business, evidence,
                another_person, asker, :today, 'CONFIRMED', clock_timestamp()
            from people.number_request where asker = :asker and request_no = any (cast(:requests as text[])) order by request_no
            """;
}
