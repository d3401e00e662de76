package org.machi.city.koki.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.plan.PlanRow;
import org.machi.formats.layout.InstalmentFile;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.office.PeriodName;
import org.machi.platform.staff.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 期割: every version of a plan with its reason, the newest first, and the state of the deduction.
 */
@Component
class InstalmentSection implements PersonSection {

    private final JdbcClient db;

    InstalmentSection(JdbcClient db) {
        this.db = db;
    }

    /** One instalment. */
    public record Line(String method, String period, LocalDate dueOn, long amount) {}

    /** One version of a plan. */
    public record Version(
            int levyYear,
            String assessmentNo,
            int version,
            String reason,
            String result,
            String ordinaryReason,
            LocalDate decidedOn,
            @Nullable LocalDate noticedOn,
            @Nullable LocalDate sentOn,
            long premium,
            boolean current,
            List<Line> lines) {}

    /**
     * What the pension's payer was told, and what it answered.
     *
     * @param result 処理結果, or empty while none came
     */
    public record Order(
            String what,
            LocalDate eventOn,
            @Nullable LocalDate sentOn,
            long first,
            long later,
            String result,
            @Nullable LocalDate resultOn) {}

    /** What the section shows. */
    public record Plans(List<String> deductions, List<Order> orders, List<Version> versions) {}

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String code() {
        return "instalments";
    }

    @Override
    public String title() {
        return "期割";
    }

    @Override
    public String duty() {
        return KokiDesk.LOOK;
    }

    @Override
    public boolean ledger() {
        return true;
    }

    @Override
    public String fragment() {
        return "city/koki/instalments :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<Version> versions =
                db.sql(PLANS)
                        .param("no", personNo)
                        .query((row, n) ->
                                new Version(
                                        row.getInt("levy_year"),
                                        row.getString("assessment_no"),
                                        row.getInt("plan_version"),
                                        row.getString("reason"),
                                        result(row.getString("result")),
                                        word(row.getString("ordinary_reason")),
                                        row.getObject("decided_on", LocalDate.class),
                                        row.getObject("noticed_on", LocalDate.class),
                                        row.getObject("sent_on", LocalDate.class),
                                        row.getLong("premium"),
                                        row.getBoolean("current"),
                                        lines(PlanRow.list(row.getString("rows")))))
                        .list();
        return versions.isEmpty()
                ? null
                : new Plans(deductions(personNo), orders(personNo), versions);
    }

    private List<String> deductions(long personNo) {
        return db.sql(
                        """
                        select case state when 'IN_FORCE' then '徴収中' when 'CANDIDATE' then '捕捉済' when 'REQUESTED' then '依頼済'
                                          when 'REFUSED' then '依頼不受理' else '中止' end
                               || '（' || state_since || '　' || reason || '）' as text
                        from koki.deduction where person_no = :no order by state_since desc
                        """)
                .param("no", personNo)
                .query(String.class)
                .list();
    }

    private List<Order> orders(long personNo) {
        return db.sql(
                        """
                        select case o.notice when '01' then '特別徴収依頼' when '31' then '追加依頼' when '41' then '資格喪失等（中止依頼）'
                                             when '61' then '仮徴収額変更' else '住所地特例' end
                               || case when o.division = '03' and o.notice in ('01', '31') then '（非対象）' else '' end as what,
                               o.event_on, o.sent_on, o.amount1, o.amount2, o.result_on,
                               case when o.result_on is null then '' when coalesce(o.result, '00') = '00' then '受理'
                                    else '不受理 ' || o.result end as result
                        from koki.deduction_order o join koki.deduction d using (insured_no)
                        where d.person_no = :no order by o.order_id desc
                        """)
                .param("no", personNo)
                .query((row, n) ->
                        new Order(
                                row.getString("what"),
                                row.getObject("event_on", LocalDate.class),
                                row.getObject("sent_on", LocalDate.class),
                                row.getLong("amount1"),
                                row.getLong("amount2"),
                                row.getString("result"),
                                row.getObject("result_on", LocalDate.class)))
                .list();
    }

    private static List<Line> lines(List<PlanRow> rows) {
        return rows.stream()
                .map(row ->
                        row.method() == PlanRow.DEDUCTION
                                ? new Line("特別徴収", row.period() + "月", row.dueOn(), row.amount())
                                : new Line(
                                        "普通徴収",
                                        PeriodName.ordinary(row.period()),
                                        row.dueOn(),
                                        row.amount()))
                .toList();
    }

    private static String result(String code) {
        return switch (code) {
            case "1" -> "特別徴収";
            case "2" -> "普通徴収";
            case "3" -> "併徴";
            default -> "賦課なし";
        };
    }

    private static String word(@Nullable String code) {
        return code == null
                ? ""
                : InstalmentFile.ORDINARY_REASON.type().meanings().getOrDefault(code, code);
    }

    private static final String PLANS =
            """
            select p.*, r.rows
            from koki.plan p
            left join lateral (
                select string_agg(w.method || ':' || w.period || ':' || w.due_on || ':' || w.amount, ','
                                  order by w.due_on, w.method, w.period) as rows
                from koki.plan_row w
                where w.levy_year = p.levy_year and w.assessment_no = p.assessment_no
                  and w.plan_version = p.plan_version) r on true
            where p.person_no = :no
            order by p.levy_year desc, p.assessment_no, p.plan_version desc
            """;
}
