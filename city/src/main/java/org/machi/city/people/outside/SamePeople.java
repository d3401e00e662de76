package org.machi.city.people.outside;

import java.util.List;
import org.machi.city.people.protection.Stops;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 住登外者 who look like somebody else on record: they became residents, or have two numbers. Kana,
 * birth date and sex agree; whether it is one person, a clerk decides.
 */
@Component
class SamePeople {

    private static final int MOST = 100;

    private final JdbcClient db;

    SamePeople(JdbcClient db) {
        this.db = db;
    }

    /** A 住登外者 and the other one. */
    public record Pair(
            long personNo,
            String name,
            String birthOn,
            String address,
            long otherNo,
            String otherName,
            String otherAddress,
            boolean resident,
            boolean hidden) {}

    List<Pair> list(Clerk clerk) {
        return db.sql(
                        PAIRS.formatted(
                                        "a.person_no, a.name, a.birth_text, a.address, b.person_no"
                                                + " as other_no, b.name as other_name, b.address as"
                                                + " other_address, b.resident_kind <> '3' as resident,"
                                                + " a.look_stopped, a.protected, b.look_stopped as other_stopped,"
                                                + " b.protected as other_protected")
                                + " order by a.person_no limit "
                                + MOST)
                .query((row, _) -> {
                    boolean hidden =
                            row.getBoolean("look_stopped")
                                            && !Stops.mayLook(row.getBoolean("protected"), clerk)
                                    || row.getBoolean("other_stopped")
                                            && !Stops.mayLook(
                                                    row.getBoolean("other_protected"), clerk);
                    return new Pair(
                            row.getLong("person_no"),
                            hidden ? "（係の責任者が処理します）" : row.getString("name"),
                            hidden ? "" : row.getString("birth_text"),
                            hidden ? "" : row.getString("address"),
                            row.getLong("other_no"),
                            hidden ? "" : row.getString("other_name"),
                            hidden ? "" : row.getString("other_address"),
                            row.getBoolean("resident"),
                            hidden);
                })
                .list();
    }

    long count() {
        return db.sql(PAIRS.formatted("count(*)")).query(Long.class).single();
    }

    private static final String PAIRS =
            """
            select %s
            from people.person o
            join people.person p on p.kana_key = o.kana_key and p.birth_day = o.birth_day and p.sex = o.sex
                and p.person_no <> o.person_no
                and (p.resident_kind <> '3' or p.person_no < o.person_no)
            join people.v_person a on a.person_no = o.person_no
            join people.v_person b on b.person_no = p.person_no
            where o.resident_kind = '3' and o.resident_state is distinct from '2'
              and p.resident_state is distinct from '2'
              and not exists (select from people.merge g where g.undone_on is null
                              and g.person_no in (o.person_no, p.person_no))
              and not exists (select from people.different d
                              where d.person_no = least(o.person_no, p.person_no) and d.other_no = greatest(o.person_no, p.person_no))
            """;

    /** A clerk found that they are two: the pair is not listed again. */
    void different(long one, long other, OutsideRegister.Work work, String note) {
        db.sql(
                        """
                        insert into people.different (person_no, other_no, decided_on, staff, note)
                        values (least(:one, :other), greatest(:one, :other), :on, :staff, :note) on conflict do nothing
                        """)
                .param("one", one)
                .param("other", other)
                .param("on", work.on())
                .param("staff", work.staff())
                .param("note", note)
                .update();
    }
}
