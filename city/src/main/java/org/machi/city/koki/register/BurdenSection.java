package org.machi.city.koki.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 負担割合 on the person page: from when which share held as the union told it, a later word about the
 * same days standing above the earlier one; and the 基準収入額適用申請 with their verdicts.
 */
@Component
class BurdenSection implements PersonSection {

    private final JdbcClient db;

    BurdenSection(JdbcClient db) {
        this.db = db;
    }

    /** A share and the day from which it holds. */
    public record Share(String insuredNo, String share, LocalDate from, LocalDate toldOn) {}

    /** An application with the revenue. */
    public record Applied(
            String receptionNo, LocalDate receivedOn, @Nullable Long revenue, String verdict) {}

    /** What the section shows. */
    public record Shown(long personNo, List<Share> shares, List<Applied> applied) {}

    @Override
    public int order() {
        return 11;
    }

    @Override
    public String code() {
        return "burden";
    }

    @Override
    public String title() {
        return "負担割合";
    }

    @Override
    public String duty() {
        return RegisterDesk.LOOK;
    }

    @Override
    public boolean ledger() {
        return true;
    }

    @Override
    public String fragment() {
        return "city/koki/burden :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<Share> shares =
                db.sql(
                                """
                                select insured_no, copay || '割' as share, copay_from as "from", min(known_on) as told_on
                                from koki.insured_version
                                where person_no = ? and copay is not null and copay_from is not null
                                group by insured_no, copay, copay_from
                                order by copay_from desc, max(version) desc
                                """)
                        .param(personNo)
                        .query(Share.class)
                        .list();
        List<Applied> applied =
                db.sql(
                                """
                                select reception_no, received_on, revenue,
                                       case result when '1' then '承認　' || coalesce(effective_on::text, '') || 'から　' || verdict_reason
                                                   when '2' then '却下　' || verdict_reason
                                                   when '3' then '保留　' || verdict_reason else '審査中' end as verdict
                                from people.v_application where person_no = ? and kind = '17' order by reception_no desc
                                """)
                        .param(personNo)
                        .query(Applied.class)
                        .list();
        return shares.isEmpty() && applied.isEmpty() ? null : new Shown(personNo, shares, applied);
    }
}
