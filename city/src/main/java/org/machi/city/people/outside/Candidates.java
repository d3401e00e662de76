package org.machi.city.people.outside;

import java.util.List;
import org.machi.city.people.protection.Stops;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 検索: who may be the same person, residents and 住登外者 alike, the nearest first. */
@Component
class Candidates {

    private static final int MOST = 20;
    private static final int ALL_FACTS = 4;

    private final JdbcClient db;

    Candidates(JdbcClient db) {
        this.db = db;
    }

    /**
     * Somebody who may be meant.
     *
     * @param met how many of 氏名, カナ, 生年月日, 住所 agree
     * @param doubled so much agrees that a new number needs a reason: all four, of a stopped person
     *     all but the address
     * @param hidden a protected person whom this clerk may not see
     */
    public record Candidate(
            long personNo,
            String name,
            String kana,
            String birthOn,
            String address,
            String state,
            int met,
            boolean doubled,
            boolean hidden) {

        public boolean exact() {
            return met == ALL_FACTS;
        }
    }

    List<Candidate> find(FourFacts facts, Clerk clerk) {
        return found(facts, clerk.may(Stops.PROTECTED), clerk.may(Stops.KEEPER))
                .query((row, _) -> {
                    boolean hidden =
                            row.getBoolean("look_stopped")
                                    && !Stops.mayLook(row.getBoolean("protected"), clerk);
                    return new Candidate(
                            row.getLong("person_no"),
                            hidden ? "（係の責任者に確認してください）" : row.getString("name"),
                            hidden ? "" : row.getString("name_kana"),
                            hidden ? "" : row.getString("birth_text"),
                            hidden ? "" : row.getString("address"),
                            hidden ? "" : row.getString("state"),
                            row.getInt("met"),
                            row.getBoolean("doubled"),
                            hidden);
                })
                .list();
    }

    /** Numbers that a new registration with these facts would double, whoever asks. */
    List<Long> doubles(FourFacts facts) {
        return found(facts, false, false)
                .query((row, _) -> row.getBoolean("doubled") ? row.getLong("person_no") : 0)
                .list()
                .stream()
                .filter(number -> number > 0)
                .toList();
    }

    private JdbcClient.StatementSpec found(FourFacts facts, boolean guarded, boolean keeper) {
        return db.sql(FIND)
                .param("name", facts.name())
                .param("kana", facts.kana())
                .param("birth", facts.birthOn())
                .param("address", facts.address())
                .param("guarded", guarded)
                .param("keeper", keeper)
                .param("most", MOST);
    }

    /**
     * Two of the four must agree at least; a 法人 has no birth date. The address of a stopped person
     * counts only for who may see it: a number that rises would confirm where somebody lives.
     */
    private static final String FIND =
            """
            with asked as materialized (
                select people.name_key(:name) as name, people.kana_key(:kana) as kana, :birth as birth,
                       people.day(nullif(:birth, '')) as birth_day, people.name_key(:address) as address),
            near as (
                select p.person_no from people.person p, asked a where p.kana_key = a.kana
                union
                select p.person_no from people.person p, asked a where p.name_key = a.name
                union
                select n.person_no from people.past_name n, asked a where n.key in (a.name, a.kana)
                union
                (select p.person_no from people.person p, asked a
                 where p.birth_day = a.birth_day and strpos(people.name_key(p.city || p.town || coalesce(p.lot, '')), a.address) > 0
                   and not exists (select from people.v_stop s where s.person_no = p.person_no and s.look
                                   and not case when s.guarded then :guarded else :keeper end)
                 limit 20)),
            met as (
                select p.person_no,
                       (p.name_key = a.name)::int + (p.kana_key = a.kana)::int
                       + (case when a.birth = '' then p.birth_on = '0000-00-00' else p.birth_on = a.birth end)::int as told,
                       (a.address <> '' and strpos(people.name_key(p.prefecture || p.city || p.town || coalesce(p.lot, '')), a.address) > 0)::int as there
                from near join people.person p using (person_no) cross join asked a),
            counted as (
                select m.person_no, m.told + case when not v.look_stopped or case when v.protected then :guarded else :keeper end then m.there else 0 end as met,
                       m.told = 3 and (m.there = 1 or v.look_stopped) as doubled
                from met m join people.v_person v using (person_no))
            select m.person_no, m.met, m.doubled, v.name, v.name_kana, v.birth_text, v.address, v.look_stopped, v.protected,
                   case when g.survivor_no is not null then '統合済（' || g.survivor_no || '）'
                        when v.died_on is not null then '死亡'
                        when v.resident and v.resident_kind = '3' then '住登外'
                        when v.resident then '住民' else '消除' end as state
            from counted m join people.v_person v using (person_no)
            left join people.merge g on g.person_no = m.person_no and g.undone_on is null
            where m.met >= 2
            order by m.doubled desc, m.met desc, m.person_no limit :most
            """;
}
