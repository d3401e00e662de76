package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The head of the person page: who somebody is, where and with whom he or she lives. */
@Component
class PersonHeads {

    private final JdbcClient db;

    PersonHeads(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param hidden the person is protected and the clerk may not see anything
     * @param isProtected 支援措置: shown to those who may see it
     * @param mailing 送付先 where it is another one than the address, or empty
     */
    public record PersonHead(
            long personNo,
            String name,
            String kana,
            String alias,
            String birthOn,
            String sex,
            String state,
            String address,
            String mailing,
            @Nullable LocalDate movedOutOn,
            @Nullable LocalDate diedOn,
            boolean isProtected,
            boolean hidden,
            List<Member> members) {}

    /** 世帯員; of a protected one whom the clerk may not see only that there is somebody. */
    public record Member(long personNo, String name, String relation, String birthOn) {}

    Optional<PersonHead> find(long personNo, Clerk clerk) {
        boolean may = clerk.may(PeopleDesk.PROTECTED);
        return db.sql(HEAD)
                .param("no", personNo)
                .query((row, n) -> {
                    boolean isProtected = row.getBoolean("protected");
                    boolean hidden = isProtected && !may;
                    return new PersonHead(
                            personNo,
                            row.getString("name"),
                            row.getString("name_kana"),
                            row.getString("alias"),
                            row.getString("birth_text"),
                            row.getString("sex"),
                            row.getString("state"),
                            row.getString("address"),
                            row.getString("mailing"),
                            row.getObject("moved_out_on", LocalDate.class),
                            row.getObject("died_on", LocalDate.class),
                            isProtected,
                            hidden,
                            hidden ? List.of() : members(personNo, may));
                })
                .optional();
    }

    private List<Member> members(long personNo, boolean may) {
        return db.sql(MEMBERS)
                .param("no", personNo)
                .query((row, n) -> {
                    boolean hidden = row.getBoolean("protected") && !may;
                    return new Member(
                            row.getLong("person_no"),
                            hidden ? "（表示できません）" : row.getString("name"),
                            hidden ? "" : row.getString("relation"),
                            hidden ? "" : row.getString("birth_text"));
                })
                .list();
    }

    private static final String HEAD =
            """
            select v.name, v.name_kana, coalesce(v.alias, '') as alias, v.birth_text,
                   case v.sex when '1' then '男' when '2' then '女' else '' end as sex,
                   case when v.died_on is not null then '死亡'
                        when v.resident and v.resident_kind = '3' then '住登外'
                        when v.resident then '住民' else '消除' end as state,
                   coalesce('〒' || left(v.postal_code, 3) || '-' || substr(v.postal_code, 4) || ' ', '') || v.address as address,
                   case when v.mailing_address is distinct from v.address
                        then coalesce('〒' || left(v.mailing_postal_code, 3) || '-' || substr(v.mailing_postal_code, 4) || ' ', '') || v.mailing_address || '　' || v.mailing_name
                        else '' end as mailing,
                   v.moved_out_on, v.died_on, v.protected
            from people.v_person v where v.person_no = :no
            """;

    private static final String MEMBERS =
            """
            select v.person_no, v.name, coalesce(v.relation_name, '') as relation, v.birth_text, v.protected
            from people.household_membership own
            join people.household_membership m on m.household_no = own.household_no and m.valid_to is null
            join people.v_person v on v.person_no = m.person_no
            where own.person_no = :no and own.valid_to is null
            order by m.is_head desc, v.birth_text
            """;
}
