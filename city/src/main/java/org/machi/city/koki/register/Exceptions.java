package org.machi.city.koki.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.formats.file.FileKind;
import org.machi.law.LegalBasis;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 住所地特例 (Q11): the union's monthly list beside the city's own entries, and the register of
 * facilities. Who moves from facility to facility stays with the first 管理元市町村.
 */
@Service
@LegalBasis("法55条")
class Exceptions implements FileHandler {

    static final int MOST = 300;

    static final Map<String, String> KINDS =
            Map.of(
                    "UNION_ONLY", "広域連合の一覧だけにある",
                    "OWN_ONLY", "市の登録だけにある",
                    "PLACE", "所在市町村が違う",
                    "HOME", "管理元市町村が違う");

    static final Map<String, String> FACILITIES =
            Map.of(
                    "1",
                    "病院・診療所",
                    "2",
                    "障害者支援施設",
                    "3",
                    "特別養護老人ホーム",
                    "4",
                    "養護老人ホーム",
                    "5",
                    "介護保険施設",
                    "6",
                    "有料老人ホーム等");

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Exceptions(
            JdbcClient db,
            OrganisationSettings settings,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.db = db;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public FileKind kind() {
        return FileKind.U_EXCEPTION;
    }

    @Override
    public void apply(IncomingFile file) {
        file.db()
                .sql("delete from koki.exception_list where known_on = ?")
                .param(file.businessDate())
                .update();
        file.count(
                "住所地特例者",
                file.db()
                        .sql(
                                """
                                insert into koki.exception_list (person_no, insured_no, home_code, living_code, name, name_kana, birth_on,
                                    exception_from, facility, known_on, file_id)
                                select distinct on (person_no) person_no, insured_no, home_code, living_code, name, name_kana, birth_on,
                                       exception_from, facility, :today, :file
                                from incoming order by person_no, line desc
                                """)
                        .param("today", file.businessDate())
                        .param("file", file.id())
                        .update());
        file.db()
                .sql(COMPARED)
                .param("today", file.businessDate())
                .param("city", settings.code())
                .update();
        file.db().sql(GONE).param("today", file.businessDate()).update();
        file.count("住所地特例の相違", file.db().sql(KEEP).param("today", file.businessDate()).update());
    }

    /**
     * The city's own entries: of the register, of 住登外, or confirmed at the counter; insured today.
     */
    private static final String COMPARED =
            """
            create temporary table exception_found on commit drop as
            with own as (
                select p.person_no,
                       coalesce((select s.other_code from koki.v_facility_stay s
                                 where s.person_no = p.person_no and not s.ends and s.moved_in_on <= :today
                                   and (s.moved_out_on is null or s.moved_out_on > :today)
                                 order by s.moved_in_on desc limit 1), p.municipality_code) as living_code
                from people.v_person p
                where exists (select from koki.insured k where k.person_no = p.person_no and k.acquired_on <= :today
                              and (k.lost_on is null or k.lost_on > :today))
                  and (exists (select from people.v_address_exception x where x.person_no = p.person_no)
                       or exists (select from koki.v_facility_stay s
                                  where s.person_no = p.person_no and not s.ends and s.moved_in_on <= :today
                                    and (s.moved_out_on is null or s.moved_out_on > :today)))),
            told as (select * from koki.exception_list where known_on = :today)
            select coalesce(t.person_no, o.person_no) as person_no, d.kind, d.union_value, d.own_value
            from told t full join own o using (person_no)
            cross join lateral (
                select 'UNION_ONLY' as kind, t.name || '　' || t.living_code as union_value, '登録なし' as own_value
                where o.person_no is null
                union all
                select 'OWN_ONLY', '一覧になし', o.living_code where t.person_no is null
                union all
                select 'PLACE', t.living_code, o.living_code where t.living_code <> o.living_code
                union all
                select 'HOME', t.home_code, :city where t.home_code <> :city) d
            """;

    private static final String GONE =
            """
            update koki.exception_difference e set settled_on = :today, note = '解消'
            where e.settled_on is null and not exists (
                select from exception_found f where f.person_no = e.person_no and f.kind = e.kind)
            """;

    private static final String KEEP =
            """
            insert into koki.exception_difference (person_no, kind, union_value, own_value, found_on)
            select person_no, kind, union_value, own_value, cast(:today as date) from exception_found f
            where not exists (select from koki.exception_difference d
                              where d.person_no = f.person_no and d.kind = f.kind and d.union_value = f.union_value
                                and d.own_value = f.own_value and d.settled_by is not null)
            on conflict do nothing
            """;

    /** A difference that nobody has settled. */
    public record Difference(
            long differenceNo,
            long personNo,
            String name,
            String kind,
            String unionValue,
            String ownValue,
            LocalDate foundOn) {

        /** The kind in words. */
        public String words() {
            return KINDS.getOrDefault(kind, kind);
        }
    }

    List<Difference> open() {
        return db.sql(
                        """
                        select d.difference_no, d.person_no, d.kind, d.union_value, d.own_value, d.found_on,
                               case when p.protected then '（表示できません）' else coalesce(p.name, '') end as name
                        from koki.exception_difference d left join people.v_person p using (person_no)
                        where d.settled_on is null order by d.found_on desc, d.person_no limit
                        """
                                + MOST)
                .query(Difference.class)
                .list();
    }

    long count() {
        return db.sql("select count(*) from koki.exception_difference where settled_on is null")
                .query(Long.class)
                .single();
    }

    /** 宛名番号 of whom a difference is about. */
    long personOf(long differenceNo) {
        return db.sql("select person_no from koki.exception_difference where difference_no = ?")
                .param(differenceNo)
                .query(Long.class)
                .optional()
                .orElseThrow(NothingThere::new);
    }

    /** A clerk settled it. */
    void settle(long differenceNo, String note, LocalDate today, Actor clerk) {
        transaction.executeWithoutResult(_ -> {
            long person = personOf(differenceNo);
            int rows =
                    db.sql(
                                    """
                                    update koki.exception_difference set settled_on = ?, settled_by = ?, note = ?
                                    where difference_no = ? and settled_on is null
                                    """)
                            .params(today, clerk.staff(), note, differenceNo)
                            .update();
            if (rows == 0) {
                throw new ChangedMeanwhile("ほかの職員が先に処理したか、解消しています。");
            }
            audit.record(
                    Deed.of(clerk, "資格の管理", "住所地特例の相違の処理", "相違 " + differenceNo)
                            .aboutPerson(person)
                            .withDetail(note)
                            .on(today));
        });
    }

    /** A facility of the register. */
    public record Facility(
            long facilityNo,
            String name,
            String kind,
            String municipalityCode,
            String address,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            long people) {

        /** The kind in words. */
        public String kindName() {
            return FACILITIES.getOrDefault(kind, kind);
        }
    }

    List<Facility> facilities() {
        return db.sql(
                        """
                        select f.facility_no, f.name, f.kind, f.municipality_code, f.address, f.valid_from, f.valid_to,
                               (select count(*) from koki.v_facility_stay s
                                where s.facility = f.name and s.other_code = f.municipality_code and not s.ends
                                  and s.moved_out_on is null) as people
                        from koki.facility f order by f.municipality_code, f.name limit
                        """
                                + MOST)
                .query(Facility.class)
                .list();
    }

    /** Enters a facility; false when the municipality has one of this name already. */
    boolean enter(Facility facility, LocalDate today, Actor clerk) {
        return transaction.execute(_ -> {
            int rows =
                    db.sql(
                                    """
                                    insert into koki.facility (name, kind, municipality_code, address, valid_from, entered_by)
                                    values (?, ?, ?, ?, ?, ?) on conflict do nothing
                                    """)
                            .params(
                                    facility.name(),
                                    facility.kind(),
                                    facility.municipalityCode(),
                                    facility.address(),
                                    facility.validFrom(),
                                    clerk.staff())
                            .update();
            if (rows == 1) {
                audit.record(Deed.of(clerk, "資格の管理", "施設の登録", facility.name()).on(today));
            }
            return rows == 1;
        });
    }

    /**
     * 廃止: from a day on it can't be chosen any more; false when it can't be by now, or was not yet.
     */
    boolean end(long facilityNo, LocalDate day, Actor clerk) {
        return transaction.execute(_ -> {
            int rows =
                    db.sql(
                                    """
                                    update koki.facility set valid_to = :day
                                    where facility_no = :no and valid_to is null and valid_from <= :day
                                    """)
                            .param("day", day)
                            .param("no", facilityNo)
                            .update();
            if (rows == 1) {
                audit.record(Deed.of(clerk, "資格の管理", "施設の廃止", "施設 " + facilityNo).on(day));
            }
            return rows == 1;
        });
    }

    /** One stay of a chain. */
    public record Stay(
            String facility,
            String livingCode,
            LocalDate movedInOn,
            @Nullable LocalDate movedOutOn,
            String homeCode) {}

    /**
     * 管理元市町村 of every stay of a chain is the one from which the person went to the first facility.
     */
    List<Stay> chain(long personNo) {
        return db.sql(
                        """
                        select s.facility, s.other_code as living_code, s.moved_in_on, s.moved_out_on,
                               coalesce((select v.home_code from koki.insured_version v where v.person_no = s.person_no
                                         and v.address_exception = '1' order by v.acquired_on desc, v.version desc limit 1),
                                        :city) as home_code
                        from koki.v_facility_stay s where s.person_no = :person and not s.ends order by s.moved_in_on
                        """)
                .param("person", personNo)
                .param("city", settings.code())
                .query(Stay.class)
                .list();
    }
}
