package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.files.IncomingFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 後期世帯の設定: somebody belongs, for the premium and the share, to another home than by the resident
 * record (a home alone, or the one of somebody else). The counter asks, the union decides; from
 * then on the setting stands here until it is ended or the 住基世帯 changes.
 */
@Component
class HomeSettings {

    /** Kinds of U_APPLY. */
    static final String SET = "24";

    static final String END = "25";

    private final JdbcClient db;

    HomeSettings(JdbcClient db) {
        this.db = db;
    }

    /**
     * 後期世帯番号 that the 届出 asks for.
     *
     * @return empty when it asks for none or nobody lives there
     */
    Optional<Long> asked(CounterEntry entry) {
        @Nullable Long of = entry.particulars().homeOf();
        if (!entry.kind().equals(SET) || of == null) {
            return Optional.empty();
        }
        return db.sql(
                        """
                        select case when :of = :person then 900000000000000 + :person else household_no end
                        from people.v_koki_household_member where person_no = :of and valid_to is null
                        """)
                .param("of", of)
                .param("person", entry.personNo())
                .query(Long.class)
                .optional();
    }

    /** What is wrong with a 届出 of these kinds; nothing of any other. */
    List<String> faults(CounterEntry entry) {
        return switch (entry.kind()) {
            case SET ->
                    entry.particulars().homeOf() == null
                            ? List.of(NOBODY_NAMED)
                            : ask(SET_FAULTS, entry);
            case END -> ask(END_FAULTS, entry);
            default -> List.of();
        };
    }

    private List<String> ask(String sql, CounterEntry entry) {
        return db.sql(sql)
                .param("person", entry.personNo())
                .param("on", entry.occurredOn())
                .param("asked", asked(entry).orElse(null))
                .query(String.class)
                .list();
    }

    private static final String NOBODY_NAMED = "後期世帯とする世帯の人の宛名番号を入れてください（本人だけの世帯にするときは本人の宛名番号）。";

    private static final String SET_FAULTS =
            """
            with own as (
                select m.*, exists (select from people.household_membership o where o.household_no = m.household_no
                                    and o.valid_to is null and o.person_no <> m.person_no) as with_others
                from people.household_membership m where m.person_no = :person and m.valid_to is null)
            select 'この人はいま世帯に属していません。' where not exists (select from own)
            union all
            select '相手の人はいま世帯に属していません。' where cast(:asked as bigint) is null
            union all
            select 'ほかに世帯員のいる世帯主の後期世帯は変えられません。住民基本台帳の世帯変更が先です。' from own where is_head and with_others
            union all
            select '異動年月日には、まだいまの住基世帯に属していません。' from own where valid_from > :on
            union all
            select '既にその後期世帯に属しています。' from people.v_koki_household_member k
            where k.person_no = :person and k.valid_to is null and k.household_no = cast(:asked as bigint)
            union all
            select '本人だけの住基世帯です。後期世帯を分ける必要はありません。' from own
            where not with_others and cast(:asked as bigint) = 900000000000000 + :person
              and not exists (select from people.koki_home k where k.person_no = :person and k.valid_to is null)
            """;

    private static final String END_FAULTS =
            """
            select '後期世帯の設定はありません。' where not exists (
                select from people.koki_home where person_no = :person and valid_to is null)
            union all
            select '終わりの日が、設定の始まりの日より前です。' from people.koki_home
            where person_no = :person and valid_to is null and valid_from > :on and cast(:asked as bigint) is null
            """;

    /** A confirmed 届出 brings the members of the other home to the union before it goes itself. */
    void remind(String receptionNo) {
        db.sql(
                        """
                        insert into people.untold (person_no)
                        select m.person_no from people.application a
                        join people.household_membership m on m.household_no = a.koki_household_no and m.valid_to is null
                        where a.reception_no = ? and a.kind = '24'
                        """)
                .param(receptionNo)
                .update();
    }

    /** What the union decided becomes what holds here. */
    static void take(IncomingFile file) {
        JdbcClient db = file.db();
        int ended =
                db.sql(
                                """
                                update people.koki_home k
                                set valid_to = greatest(i.effective_on, k.valid_from), ended_known_on = :today,
                                    end_reason = case i.kind when '25' then '届出' else '別の設定' end
                                from incoming i
                                where i.kind in ('24', '25') and i.result = '1' and i.effective_on is not null
                                  and k.person_no = i.person_no and k.valid_to is null and k.reception_no <> i.reception_no
                                  and not exists (select from people.koki_home d where d.reception_no = i.reception_no)
                                """)
                        .param("today", file.businessDate())
                        .update();
        int set =
                db.sql(
                                """
                                insert into people.koki_home (reception_no, person_no, household_no, is_head, resident_household_no,
                                    resident_head, valid_from, known_on)
                                select distinct on (i.person_no) i.reception_no, i.person_no, a.koki_household_no,
                                       a.koki_household_no = 900000000000000 + i.person_no, p.household_no,
                                       coalesce(p.head_no = p.person_no, false), i.effective_on, :today
                                from incoming i
                                join people.application a using (reception_no)
                                join people.person p on p.person_no = i.person_no
                                where i.kind = '24' and i.result = '1' and i.effective_on is not null
                                  and a.koki_household_no is not null and p.resident_state is distinct from '2'
                                order by i.person_no, i.line desc
                                on conflict do nothing
                                """)
                        .param("today", file.businessDate())
                        .update();
        if (ended + set > 0) {
            file.count("後期世帯の設定", (long) ended + set);
            remindOf(db, "select person_no from incoming where kind in ('24', '25')");
        }
    }

    /**
     * Ends what no longer fits the resident record: the person left, lives in another 住基世帯, or
     * became its head. When the event that ended a setting is cancelled, and the person lives again
     * as when it was set, the setting goes on as if it had never ended.
     */
    static void follow(JdbcClient db, String states, LocalDate knownOn) {
        int back =
                db.sql(GOES_ON.formatted(states)).param("knownOn", knownOn).update() == 0
                        ? 0
                        : db.sql(BACK).update();
        int ended =
                db.sql(
                                """
                                update people.koki_home k
                                set valid_to = greatest(p.event_on, k.valid_from), ended_known_on = :knownOn,
                                    ended_event_on = p.event_on, end_reason = '住民基本台帳の異動'
                                from people.person p
                                where p.person_no in (select person_no from %s) and k.person_no = p.person_no and k.valid_to is null
                                  and (p.resident_state = '2' or p.household_no is distinct from k.resident_household_no
                                       or p.head_no = p.person_no and not k.resident_head)
                                """
                                        .formatted(states))
                        .param("knownOn", knownOn)
                        .update();
        if (back + ended > 0) {
            remindOf(db, "select person_no from " + states);
        }
    }

    private static final String GOES_ON =
            """
            insert into people.koki_home_end_undone (reception_no, valid_to, ended_known_on, undone_known_on)
            select distinct k.reception_no, k.valid_to, k.ended_known_on, cast(:knownOn as date)
            from people.koki_home k
            join %s s on s.person_no = k.person_no and s.cancelled = '1' and s.event_on = k.ended_event_on
            join people.person p on p.person_no = k.person_no
            where p.resident_state is distinct from '2' and p.household_no = k.resident_household_no
              and (k.resident_head or p.head_no is distinct from p.person_no)
              and not exists (select from people.koki_home o where o.person_no = k.person_no
                              and (o.valid_to is null or o.known_on > k.ended_known_on))
            on conflict do nothing
            """;

    private static final String BACK =
            """
            update people.koki_home k set valid_to = null, ended_known_on = null, ended_event_on = null, end_reason = null
            from people.koki_home_end_undone e
            where e.reception_no = k.reception_no and e.ended_known_on = k.ended_known_on
            """;

    /** Everybody in the homes that these people were set into is looked at by the next extract. */
    private static void remindOf(JdbcClient db, String people) {
        db.sql(
                        """
                        insert into people.untold (person_no)
                        select m.person_no from people.koki_home k
                        join people.household_membership m on m.household_no = k.household_no and m.valid_to is null
                        where k.person_no in (%s)
                        """
                                .formatted(people))
                .update();
    }
}
