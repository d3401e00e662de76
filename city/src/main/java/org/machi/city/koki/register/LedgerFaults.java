package org.machi.city.koki.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.vault.NumberUse;
import org.machi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 被保険者台帳の確認 (Q04): what is wrong with the register of those whose rows came today or whose 個人番号
 * changed. A fault stays until the data no longer show it or a clerk has settled it.
 */
@Service
class LedgerFaults {

    static final int MOST = 200;

    static final Map<String, String> KINDS =
            Map.of(
                    "UNKNOWN", "宛名番号が宛名にない",
                    "NUMBER_NONE", "個人番号がない",
                    "NUMBER_CHANGED", "個人番号が変わった",
                    "NUMBER_TWICE", "個人番号が別の人と重なる",
                    "OVERLAP", "資格期間が重なる",
                    "GAP", "資格期間が空いている",
                    "CITY", "市区町村が違う");

    private final JdbcClient db;
    private final Vault vault;
    private final OrganisationSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    LedgerFaults(
            JdbcClient db,
            Vault vault,
            OrganisationSettings settings,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.db = db;
        this.vault = vault;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    private record Checked(Instant at, LocalDate on) {}

    /** Looks at whoever is new or changed since the last check. */
    void check(StepContext step) {
        LocalDate today = step.businessDate();
        Checked last = last(step);
        int touched = step.db().sql(TOUCHED).param("since", last.on()).update();
        step.db().sql(FOUND).update();
        if (touched > 0) {
            step.db().sql(OF_PERIODS).param("city", settings.code()).param("today", today).update();
        }
        step.db().sql(OF_FILES).param("since", last.on()).update();
        ofNumbers(step, last.at(), touched > 0);
        settle(step, today);
        remember(step, today);
    }

    private static Checked last(StepContext step) {
        return step.db()
                .sql("select checked_at, checked_on from koki.ledger_check")
                .query((row, _) ->
                        new Checked(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getObject(2, LocalDate.class)))
                .optional()
                .orElse(new Checked(Instant.EPOCH, LocalDate.of(1900, 1, 1)));
    }

    /** Numbers are compared in the vault; nothing of them comes out. */
    private void ofNumbers(StepContext step, Instant since, boolean some) {
        List<Long> people =
                some
                        ? step.db()
                                .sql("select distinct person_no from ledger_touched")
                                .query(Long.class)
                                .list()
                        : List.of();
        List<Vault.Fault> faults =
                vault.faults(
                        people,
                        since,
                        new NumberUse(
                                step.actor(), NumberUse.ELDERLY_MEDICAL, step.businessDate()));
        if (!faults.isEmpty()) {
            step.db()
                    .sql(OF_NUMBERS)
                    .param(
                            "people",
                            faults.stream().map(Vault.Fault::personNo).toArray(Long[]::new))
                    .param("kinds", faults.stream().map(Vault.Fault::kind).toArray(String[]::new))
                    .param("today", step.businessDate())
                    .update();
        }
    }

    private static void settle(StepContext step, LocalDate today) {
        step.db().sql(GONE).param("today", today).update();
        int found = step.db().sql(KEEP).param("today", today).update();
        if (found > 0) {
            step.count("台帳の確認", found);
        }
    }

    private static void remember(StepContext step, LocalDate today) {
        step.db()
                .sql(
                        """
                        insert into koki.ledger_check (checked_at, checked_on) values (clock_timestamp(), :today)
                        on conflict (only_row) do update set checked_at = excluded.checked_at, checked_on = excluded.checked_on
                        """)
                .param("today", today)
                .update();
    }

    private static final String TOUCHED =
            """
            create temporary table ledger_touched on commit drop as
            select distinct person_no, insured_no from koki.insured_version where known_on > :since
            union
            select k.person_no, k.insured_no from koki.insured k
            where k.person_no in (select f.person_no from koki.ledger_fault f where f.settled_on is null)
            """;

    private static final String FOUND =
            """
            create temporary table ledger_found (kind text, person_no bigint, insured_no text, detail text) on commit drop
            """;

    /**
     * A gap is one that the law hardly knows: less than 15 days, after a death, or one that the
     * next acquisition doesn't answer (県外転出 by 県外転入, 生活保護開始 by its end and so on); a municipality
     * is wrong when the union names another as 管理元, or an address elsewhere without 住所地特例.
     */
    private static final String OF_PERIODS =
            """
            insert into ledger_found
            with period as (
                select p.person_no, v.insured_no, v.acquired_on, v.acquired_by, v.lost_on, v.lost_by, v.home_code,
                       v.municipality_code, v.address_exception, v.change
                from (select distinct person_no from ledger_touched) p
                cross join lateral (
                    select distinct on (o.insured_no, o.acquired_on) o.*
                    from koki.insured_version o where o.person_no = p.person_no
                    order by o.insured_no, o.acquired_on, o.version desc) v
                where v.change <> '07'),
            ordered as (
                select p.*, lead(acquired_on) over w as next_on, lead(acquired_by) over w as next_by from period p
                window w as (partition by person_no order by acquired_on, coalesce(lost_on, 'infinity')))
            select 'OVERLAP', person_no, insured_no, '資格期間 ' || acquired_on || '～' || coalesce(lost_on::text, '')
                   || ' が ' || next_on || ' からの期間と重なる'
            from ordered where next_on < coalesce(lost_on, 'infinity')
            union all
            select 'GAP', person_no, insured_no, lost_on || ' から ' || next_on || ' まで資格がない'
            from ordered
            where next_on > lost_on
              and (next_on < lost_on + 15
                   or (lost_by, next_by) not in (('02', '02'), ('02', '05'), ('02', '09'), ('09', '09'), ('09', '02'),
                       ('03', '04'), ('04', '01'), ('04', '03'), ('05', '06'), ('06', '02'), ('06', '05'), ('07', '07')))
            union all
            select 'CITY', person_no, insured_no, '管理元市町村コード ' || home_code || ' が当市ではない'
            from period where home_code <> :city
            union all
            select 'CITY', person_no, insured_no,
                   '住所地特例ではないのに、住所の市町村コード ' || municipality_code || ' が当市ではない'
            from period
            where home_code = :city and municipality_code <> :city and address_exception <> '1'
              and (lost_on is null or lost_on > :today)
            """;

    /** Rows that an intake left aside because the person is not on record, or is no longer. */
    private static final String OF_FILES =
            """
            insert into ledger_found
            select 'UNKNOWN', t.person_no, t.insured_no, '台帳にあるが宛名に登録がない'
            from ledger_touched t where not exists (select from people.v_known p where p.person_no = t.person_no)
            union all
            select 'UNKNOWN', f.value::bigint, '', r.name || ' ' || f.line || '行目'
            from files.finding f join files.file r on r.id = f.file_id
            where r.kind = 'U_INSURED' and r.direction = 'IN' and r.business_date > :since and f.item = '宛名番号'
              and f.value ~ '^[0-9]{1,15}$'
              and not exists (select from people.v_known p where p.person_no = f.value::bigint)
            """;

    private static final String OF_NUMBERS =
            """
            insert into ledger_found
            select f.kind, f.person_no, k.insured_no,
                   case f.kind when 'NUMBER_NONE' then '被保険者に個人番号の登録がない'
                               when 'NUMBER_TWICE' then '同じ個人番号の人がほかにいる'
                               else '同じ宛名番号で個人番号が変わった（' || cast(:today as date) || '）' end
            from unnest(:people::bigint[], :kinds::text[]) as f (person_no, kind)
            join lateral (select insured_no from koki.insured k
                          where k.person_no = f.person_no and (k.lost_on is null or k.lost_on > :today)
                          order by acquired_on desc limit 1) k on true
            """;

    /** What the data no longer show; a change of a number stays for a clerk. */
    private static final String GONE =
            """
            update koki.ledger_fault f set settled_on = :today, note = '解消'
            where f.settled_on is null and f.kind <> 'NUMBER_CHANGED'
              and (f.person_no in (select person_no from ledger_touched)
                   or f.kind = 'UNKNOWN' and exists (select from people.v_known p where p.person_no = f.person_no))
              and not exists (select from ledger_found n
                              where n.kind = f.kind and n.person_no = f.person_no and n.insured_no = f.insured_no
                                and n.detail = f.detail)
            """;

    private static final String KEEP =
            """
            insert into koki.ledger_fault (kind, person_no, insured_no, detail, found_on)
            select distinct kind, person_no, insured_no, detail, cast(:today as date) from ledger_found n
            where not exists (select from koki.ledger_fault f
                              where f.kind = n.kind and f.person_no = n.person_no and f.insured_no = n.insured_no
                                and f.detail = n.detail and (f.settled_on is null or f.settled_by is not null))
            """;

    /** One fault. */
    public record Fault(
            long faultNo,
            String kind,
            long personNo,
            String name,
            String insuredNo,
            String detail,
            LocalDate foundOn) {}

    List<Fault> open() {
        return db.sql(
                        """
                        select f.*, case when p.protected then '（表示できません）' else coalesce(p.name, '') end as name
                        from koki.ledger_fault f left join people.v_person p using (person_no)
                        where f.settled_on is null order by f.found_on desc, f.kind, f.person_no limit
                        """
                                + MOST)
                .query((row, _) -> fault(row))
                .list();
    }

    private static Fault fault(ResultSet row) throws SQLException {
        return new Fault(
                row.getLong("fault_no"),
                KINDS.getOrDefault(row.getString("kind"), row.getString("kind")),
                row.getLong("person_no"),
                row.getString("name"),
                row.getString("insured_no"),
                row.getString("detail"),
                row.getObject("found_on", LocalDate.class));
    }

    long count() {
        return db.sql("select count(*) from koki.ledger_fault where settled_on is null")
                .query(Long.class)
                .single();
    }

    /** 宛名番号 of whom a fault is about. */
    long personOf(long faultNo) {
        return db.sql("select person_no from koki.ledger_fault where fault_no = ?")
                .param(faultNo)
                .query(Long.class)
                .optional()
                .orElseThrow(NothingThere::new);
    }

    /** A clerk settled it. */
    void settle(long faultNo, String note, LocalDate today, Actor clerk) {
        transaction.executeWithoutResult(_ -> {
            long person = personOf(faultNo);
            int rows =
                    db.sql(
                                    """
                                    update koki.ledger_fault set settled_on = ?, settled_by = ?, note = ?
                                    where fault_no = ? and settled_on is null
                                    """)
                            .params(today, clerk.staff(), note, faultNo)
                            .update();
            if (rows == 0) {
                throw new ChangedMeanwhile("ほかの職員が先に処理したか、解消しています。");
            }
            audit.record(
                    Deed.of(clerk, "資格の管理", "台帳の確認の処理", "確認 " + faultNo)
                            .aboutPerson(person)
                            .withDetail(note)
                            .on(today));
        });
    }
}
