package org.machi.city.people.protection;

import java.util.List;
import java.util.Optional;
import org.machi.platform.desk.NothingThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 秘匿情報 of a 支援措置: why, against whom, and where the person really lives; every version stays. */
@Component
class ProtectionSecrets {

    private final JdbcClient db;

    ProtectionSecrets(JdbcClient db) {
        this.db = db;
    }

    /** What only the own duty shows. */
    public record Secret(
            String reason,
            String offenderName,
            String offenderKana,
            String offenderBirth,
            String offenderAddress,
            String relation,
            String realAddress,
            String staff) {

        static final Secret NONE = new Secret("", "", "", "", "", "", "", "");
    }

    /** All versions of the person's last protection, the newest first. */
    List<Secret> of(long personNo) {
        return db.sql(
                        """
                        select s.* from people.protection_secret s
                        where s.protection_no = (
                            select max(protection_no) from people.protection where person_no = ?)
                        order by s.version desc
                        """)
                .param(personNo)
                .query((row, _) ->
                        new Secret(
                                row.getString("reason"),
                                row.getString("offender_name"),
                                row.getString("offender_kana"),
                                row.getString("offender_birth"),
                                row.getString("offender_address"),
                                row.getString("relation"),
                                row.getString("real_address"),
                                row.getString("staff")))
                .list();
    }

    /** 住民票の住所, which the person's page of a protected person doesn't show. */
    Optional<String> registeredAddress(long personNo) {
        return db.sql(
                        """
                        select prefecture || city || town || coalesce(lot, '') || coalesce('　' || building, '')
                        from people.person where person_no = ?
                        """)
                .param(personNo)
                .query(String.class)
                .optional();
    }

    void keep(long personNo, Secret secret) {
        int rows =
                db.sql(
                                """
                                insert into people.protection_secret (protection_no, version, reason, offender_name,
                                    offender_kana, offender_birth, offender_address, relation, real_address, staff)
                                select p.no, 1 + (select count(*) from people.protection_secret s where s.protection_no = p.no),
                                    :reason, :name, :kana, :birth, :address, :relation, :real, :staff
                                from (select max(protection_no) as no from people.protection where person_no = :person) p
                                where p.no is not null
                                """)
                        .param("reason", secret.reason())
                        .param("name", secret.offenderName())
                        .param("kana", secret.offenderKana())
                        .param("birth", secret.offenderBirth())
                        .param("address", secret.offenderAddress())
                        .param("relation", secret.relation())
                        .param("real", secret.realAddress())
                        .param("staff", secret.staff())
                        .param("person", personNo)
                        .update();
        if (rows == 0) {
            throw new NothingThere();
        }
    }
}
