package org.machi.city.linkage;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of transfers and of what providers offer. */
@Component
class Definitions {

    private static final String SELECT =
            """
            select d.*, array(select i.label from unnest(d.items) with ordinality n(code, at)
                              join share.item i on i.dataset = d.dataset and i.code = n.code order by n.at) as labels
            from share.definition d
            """;

    private final JdbcClient db;

    Definitions(JdbcClient db) {
        this.db = db;
    }

    /**
     * 提供定義.
     *
     * @param items names of what the provider offers
     */
    public record Provision(String label, String provider, String basis, List<String> items) {}

    /** 取得の記録. */
    public record Reading(
            LocalDate readOn,
            String staff,
            long rowCount,
            long people,
            long stopped,
            long unknown) {}

    List<Definition> all() {
        return db.sql(SELECT + "order by left(d.code, 1) desc, d.code")
                .query((row, _) -> definition(row))
                .list();
    }

    Optional<Definition> find(String code) {
        return db.sql(SELECT + "where d.code = :code")
                .param("code", code)
                .query((row, _) -> definition(row))
                .optional();
    }

    List<Provision> provisions() {
        return db.sql(
                        """
                        select p.label, p.provider, p.basis,
                               array(select i.label from share.item i
                                     where i.dataset = p.dataset and i.code = any (p.items) order by i.position) as labels
                        from share.provision p order by p.dataset
                        """)
                .query((row, _) ->
                        new Provision(
                                row.getString("label"),
                                row.getString("provider"),
                                row.getString("basis"),
                                texts(row, "labels")))
                .list();
    }

    List<Reading> readings(String code, int most) {
        return db.sql(
                        """
                        select read_on, staff, row_count, people, stopped, unknown from share.reading
                        where definition = :code order by reading_no desc limit :most
                        """)
                .param("code", code)
                .param("most", most)
                .query(Reading.class)
                .list();
    }

    /** Monthly transfers that are made by request and that nobody has asked for in this month. */
    long countMonthlyNotAsked(LocalDate day) {
        return db.sql(
                        """
                        select count(*) from share.definition d
                        where d.frequency = 'MONTH' and d.medium in ('FLASH', 'PAPER') and d.suspended_on is null
                          and not exists (select from share.dispatch x
                                          where x.definition = d.code and x.state <> 'REFUSED'
                                            and x.requested_on >= date_trunc('month', cast(:day as date)))
                        """)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** 停止 and 再開: while a definition is suspended the database refuses its reader. */
    boolean suspend(String code, boolean suspended, LocalDate day, String staff, String note) {
        return db.sql(
                                """
                                update share.definition
                                set suspended_on = case when :suspended then cast(:day as date) end,
                                    suspended_by = :staff, suspended_note = :note
                                where code = :code and (suspended_on is null) = :suspended
                                """)
                        .param("suspended", suspended)
                        .param("day", day)
                        .param("staff", staff)
                        .param("note", note)
                        .param("code", code)
                        .update()
                == 1;
    }

    private static Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                row.getString("code"),
                row.getString("title"),
                row.getString("receiver"),
                row.getString("role_name"),
                row.getString("basis"),
                row.getString("purpose"),
                row.getString("information"),
                row.getString("population"),
                row.getString("number_class"),
                Definition.Medium.valueOf(row.getString("medium")),
                Definition.Frequency.valueOf(row.getString("frequency")),
                row.getBoolean("my_number"),
                row.getString("dataset"),
                texts(row, "labels"),
                Definition.ProtectedRule.valueOf(row.getString("protected_rule")),
                row.getString("way"),
                row.getObject("suspended_on", LocalDate.class),
                row.getString("suspended_note"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
