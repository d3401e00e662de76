package org.machi.city.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.protection.Stops;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The head of the person page: who somebody is, where and with whom he or she lives. */
@Component
public class PersonHeads {

    private static final String NOT_SHOWN = "（表示を抑止しています）";

    private final JdbcClient db;
    private final Stops stops;

    PersonHeads(JdbcClient db, Stops stops) {
        this.db = db;
        this.stops = stops;
    }

    /**
     * @param hidden the person is protected and the clerk may not see anything
     * @param isProtected 支援措置: shown to those who may see it, but for the address, which stands
     *     with the 秘匿情報
     * @param mailing 送付先 where it is another one than the address, or empty
     */
    public record PersonHead(
            long personNo,
            String name,
            String kana,
            Names names,
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

    /**
     * The other forms of a name; empty where there is none.
     *
     * @param latin 英字
     * @param combined 併記名
     * @param use which form is used: 本名, 通称名, 併記名 or 英字
     */
    public record Names(
            String alias, String aliasKana, String latin, String combined, String use) {}

    private static Names names(ResultSet row) throws SQLException {
        return new Names(
                row.getString("alias"),
                row.getString("alias_kana"),
                row.getString("latin"),
                row.getString("combined"),
                ResidentFile.NAME_USE
                        .type()
                        .meanings()
                        .getOrDefault(row.getString("name_use"), ""));
    }

    /** 世帯員; of a protected one whom the clerk may not see only that there is somebody. */
    public record Member(long personNo, String name, String relation, String birthOn) {}

    /** Who a page is about, in one line; of somebody whom the clerk may not see only the number. */
    public String whose(long personNo, Clerk clerk) {
        return find(personNo, clerk)
                        .filter(head -> !head.hidden())
                        .map(head ->
                                "%s（%s）　%s　".formatted(head.name(), head.kana(), head.birthOn()))
                        .orElse("")
                + "宛名番号 "
                + personNo;
    }

    public Optional<PersonHead> find(long personNo, Clerk clerk) {
        boolean hidden = !stops.opens(personNo, clerk);
        return db.sql(HEAD)
                .param("no", personNo)
                .query((row, n) -> {
                    boolean isProtected = row.getBoolean("protected");
                    return new PersonHead(
                            personNo,
                            row.getString("name"),
                            row.getString("name_kana"),
                            names(row),
                            row.getString("birth_text"),
                            row.getString("sex"),
                            row.getString("state"),
                            isProtected ? NOT_SHOWN : row.getString("address"),
                            isProtected ? "" : row.getString("mailing"),
                            row.getObject("moved_out_on", LocalDate.class),
                            row.getObject("died_on", LocalDate.class),
                            isProtected,
                            hidden,
                            hidden ? List.of() : members(personNo, clerk));
                })
                .optional();
    }

    private List<Member> members(long personNo, Clerk clerk) {
        return db.sql(MEMBERS)
                .param("no", personNo)
                .query((row, n) -> {
                    boolean hidden =
                            row.getBoolean("look_stopped")
                                    && !Stops.mayLook(row.getBoolean("protected"), clerk);
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
                   case when w.elsewhere
                        then coalesce('〒' || left(w.postal_code, 3) || '-' || substr(w.postal_code, 4) || ' ', '') || w.address
                             || '　' || w.name || w.care_of
                        else '' end as mailing,
                   coalesce(p.name_latin, '') as latin, coalesce(p.name_combined, '') as combined,
                   coalesce(p.alias_kana, '') as alias_kana, coalesce(p.name_use, '1') as name_use,
                   v.moved_out_on, v.died_on, v.protected
            from people.v_person v
            left join people.v_kept k on k.person_no = v.person_no
            join people.person p on p.person_no = coalesce(k.root_no, v.person_no)
            cross join office.business_date d
            cross join lateral people.mailing_on(v.person_no, 'KOKI', d.day) w
            where v.person_no = :no
            """;

    private static final String MEMBERS =
            """
            select v.person_no, v.name, coalesce(v.relation_name, '') as relation, v.birth_text, v.look_stopped, v.protected
            from people.household_membership own
            join people.household_membership m on m.household_no = own.household_no and m.valid_to is null
            join people.v_person v on v.person_no = m.person_no
            where own.person_no = :no and own.valid_to is null
            order by m.is_head desc, v.birth_text
            """;
}
