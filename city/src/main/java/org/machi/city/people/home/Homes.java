package org.machi.city.people.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.protection.Stops;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 住基世帯 and 後期世帯 of any day as it was known on any day. The 後期世帯 is the 住基世帯 but for who was set
 * otherwise ({@code people.koki_home}).
 */
@Component
class Homes {

    private static final Map<String, String> EVENTS = ResidentFile.EVENT.type().meanings();

    private final JdbcClient db;

    Homes(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is asked for.
     *
     * @param on the day of the home
     * @param known the day on which it was known so
     */
    record Asked(long personNo, LocalDate on, LocalDate known) {}

    /** A home of that day; the number as the files carry it. */
    public record Home(long householdNo, List<Member> members) {}

    /**
     * Somebody in it.
     *
     * @param set belongs to it by a 届出 and not by the resident record
     * @param insured 被保険者 on that day: counts for the judgement, as the head does
     * @param event the event with which it began, and when the city knew
     */
    public record Member(
            long personNo,
            String name,
            String relation,
            String birthOn,
            boolean head,
            boolean set,
            boolean insured,
            LocalDate since,
            String event,
            LocalDate knownOn,
            boolean hidden) {

        public boolean counts() {
            return head || insured;
        }
    }

    Optional<Home> resident(Asked asked, Clerk clerk) {
        return number(RESIDENT_NO, asked).map(no -> home(no, true, asked, clerk));
    }

    Optional<Home> koki(Asked asked, Clerk clerk) {
        return number(KOKI_NO, asked).map(no -> home(no, false, asked, clerk));
    }

    private Optional<Long> number(String sql, Asked asked) {
        return db.sql(sql)
                .param("person", asked.personNo())
                .param("on", asked.on())
                .param("known", asked.known())
                .query(Long.class)
                .optional();
    }

    private Home home(long householdNo, boolean resident, Asked asked, Clerk clerk) {
        return new Home(
                householdNo,
                db.sql(MEMBERS)
                        .param("no", householdNo)
                        .param("resident", resident)
                        .param("on", asked.on())
                        .param("known", asked.known())
                        .query((row, _) -> member(row, asked.personNo(), clerk))
                        .list());
    }

    /** The person whose page it is passed the gate; of the others each for itself. */
    private static Member member(ResultSet row, long asked, Clerk clerk) throws SQLException {
        long no = row.getLong("person_no");
        boolean hidden =
                no != asked
                        && row.getBoolean("look_stopped")
                        && !Stops.mayLook(row.getBoolean("protected"), clerk);
        @Nullable String event = row.getString("event");
        return new Member(
                no,
                hidden ? "（表示できません）" : row.getString("name"),
                hidden ? "" : row.getString("relation"),
                hidden ? "" : row.getString("birth_text"),
                row.getBoolean("is_head"),
                row.getBoolean("set"),
                row.getBoolean("insured"),
                row.getObject("valid_from", LocalDate.class),
                hidden ? "" : event == null ? "" : EVENTS.getOrDefault(event, "異動"),
                row.getObject("known_from", LocalDate.class),
                hidden);
    }

    /** One period of the person, in a home of either kind. */
    public record Stay(
            boolean set,
            long householdNo,
            boolean head,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate knownFrom,
            @Nullable LocalDate knownTo,
            String why) {}

    /** All that is and was believed, the newest first. */
    List<Stay> stays(long personNo) {
        return db.sql(
                        """
                        select false as set, household_no, is_head as head, valid_from as from, valid_to as to, known_from,
                               nullif(known_to, 'infinity') as known_to, '' as why
                        from people.v_household_known where person_no = :person
                        union all
                        select true, household_no, is_head, valid_from, valid_to, known_on, null, coalesce(end_reason, '')
                        from people.koki_home where person_no = :person
                        union all
                        select true, k.household_no, k.is_head, k.valid_from, e.valid_to, e.ended_known_on, e.undone_known_on,
                               '住民基本台帳の異動（取消）'
                        from people.koki_home_end_undone e join people.koki_home k using (reception_no) where k.person_no = :person
                        order by 7 desc, 4 desc, 6 desc limit 100
                        """)
                .param("person", personNo)
                .query(Stay.class)
                .list();
    }

    /**
     * A decision of the union and a day of judgement of it; a second spell in the year has its own.
     *
     * @param day 賦課期日: 1 April, or the day of the acquisition
     */
    public record Judged(int levyYear, int version, LocalDate day, LocalDate decidedOn) {}

    List<Judged> judged(long personNo) {
        return db.sql(
                        """
                        select levy_year, assessment_version as version, d.day, known_on as decided_on
                        from koki.premium cross join lateral (values (day1), (day2)) d (day)
                        where person_no = ? and d.day is not null
                        order by levy_year desc, assessment_version desc, d.day limit 30
                        """)
                .param(personNo)
                .query(Judged.class)
                .list();
    }

    private static final String IN_HOME =
            """
            h.valid_from <= :on and (h.valid_to is null or h.valid_to > :on) and h.known_from <= :known and h.known_to > :known
            """;

    /** A setting as it stood on the day of knowledge. */
    private static final String IN_FORCE =
            """
            k.known_on <= :known and k.valid_from <= :on
            and (k.valid_to is null or k.ended_known_on > :known or k.valid_to > :on)
            and not exists (select from people.koki_home_end_undone e
                            where e.reception_no = k.reception_no and e.ended_known_on <= :known and e.undone_known_on > :known
                              and e.valid_to <= :on)
            """;

    private static final String RESIDENT_NO =
            """
            select h.household_no from people.v_household_known h where h.person_no = :person and %s
            order by h.valid_from desc limit 1
            """
                    .formatted(IN_HOME);

    private static final String KOKI_NO =
            """
            select household_no from (
                select k.household_no, 1 as rank, k.known_on from people.koki_home k where k.person_no = :person and %s
                union all
                select h.household_no, 2, h.known_from from people.v_household_known h where h.person_no = :person and %s) home
            order by rank, known_on desc limit 1
            """
                    .formatted(IN_FORCE, IN_HOME);

    private static final String MEMBERS =
            """
            select m.person_no, m.is_head, m.set, m.valid_from, m.known_from, coalesce(told.name, v.name) as name,
                   coalesce(told.relation_name, '') as relation, v.birth_text, v.look_stopped, v.protected, began.event,
                   exists (select from koki.insured_version i
                           where i.person_no = m.person_no and i.known_on <= :known and i.change <> '07'
                             and i.acquired_on <= :on and (i.lost_on is null or i.lost_on > :on)
                             and not exists (select from koki.insured_version l
                                             where l.insured_no = i.insured_no and l.acquired_on = i.acquired_on
                                               and l.known_on <= :known and l.version > i.version)) as insured
            from (select h.person_no, h.is_head, false as set, h.valid_from, h.known_from
                  from people.v_household_known h
                  where h.household_no = :no and %s
                    and (:resident or not exists (select from people.koki_home k where k.person_no = h.person_no and %s))
                  union all
                  select k.person_no, k.is_head, true, k.valid_from, k.known_on
                  from people.koki_home k where not :resident and k.household_no = :no and %s) m
            join people.v_person v on v.person_no = m.person_no
            left join lateral (
                select h.name, h.relation_name from people.person_history h
                where h.person_no = m.person_no and h.event_on <= :on and h.known_on <= :known
                order by h.history_no desc limit 1) told on true
            left join lateral (
                select case when m.set then null else h.event end as event from people.person_history h
                where h.person_no = m.person_no and h.event_on = m.valid_from and h.known_on <= :known
                order by h.history_no desc limit 1) began on true
            order by m.is_head desc, v.birth_text, m.person_no
            """
                    .formatted(IN_HOME, IN_FORCE, IN_FORCE);
}
