package org.machi.city.koki.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 年齢到達と障害認定: who becomes 75 (or 65, for the extract) in the next months, who is 75 and of whom no
 * 被保険者情報 came, and whose 有期の障害認定 ends soon.
 */
@Controller
class AgePages {

    private static final int MOST = 500;
    private static final int LONGEST = 24;

    private final JdbcClient db;
    private final BusinessDate businessDate;

    AgePages(JdbcClient db, BusinessDate businessDate) {
        this.db = db;
        this.businessDate = businessDate;
    }

    /** One person with the day that matters, and what else there is to know. */
    public record Line(
            long personNo,
            String name,
            @Nullable LocalDate birthOn,
            LocalDate onDay,
            String note) {}

    @GetMapping("/koki/ages")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "照会", object = "年齢到達・障害認定")
    String ages(
            @RequestParam(defaultValue = "3") int months,
            @RequestParam(defaultValue = "75") int age,
            Trace trace,
            Model model) {
        LocalDate today = businessDate.today();
        int ahead = Math.clamp(months, 1, LONGEST);
        int reached = age == 65 ? 65 : 75;
        List<Line> reaching = lines(REACHING, today, ahead, reached);
        List<Line> unmatched = lines(UNMATCHED, today, ahead, reached);
        List<Line> renewals = lines(RENEWALS, today, ahead, reached);
        trace.note("月数", ahead).note("年齢", reached);
        List.of(reaching, unmatched, renewals)
                .forEach(list -> trace.people(list.stream().map(Line::personNo).toList()));
        model.addAttribute("months", ahead);
        model.addAttribute("age", reached);
        model.addAttribute("reaching", reaching);
        model.addAttribute("unmatched", unmatched);
        model.addAttribute("renewals", renewals);
        model.addAttribute("most", MOST);
        return "city/koki/ages";
    }

    private List<Line> lines(String query, LocalDate today, int months, int age) {
        return db.sql(query + " limit " + MOST)
                .param("today", today)
                .param("until", today.plusMonths(months))
                .param("age", age)
                .query(Line.class)
                .list();
    }

    private static final String NAME =
            "case when p.protected then '（表示できません）' else p.name end as name";

    /** The birthday itself; of 29 February the first of March in a common year. */
    private static final String BIRTHDAY =
            """
            (k.birth_day + make_interval(years => :age))::date
                + case when extract(day from k.birth_day + make_interval(years => :age)) <> extract(day from k.birth_day)
                       then 1 else 0 end
            """;

    private static final String REACHING =
            "select p.person_no, "
                    + NAME
                    + ", k.birth_day as birth_on, "
                    + BIRTHDAY
                    + """
                    as on_day,
                    case when exists (select from koki.insured i where i.person_no = p.person_no
                                      and (i.lost_on is null or i.lost_on > :today)) then '障害認定により被保険者です'
                         when p.resident_kind = '3' then '住登外' else '' end as note
                    from people.v_person_key k join people.v_person p using (person_no)
                    where k.birth_day > cast(:today as date) - make_interval(years => :age)
                      and k.birth_day <= cast(:until as date) - make_interval(years => :age)
                      and p.resident and p.died_on is null
                    order by k.birth_day, p.person_no
                    """;

    /** 75 and resident, but the union has told nothing, and no reason for it is on record. */
    private static final String UNMATCHED =
            "select p.person_no, "
                    + NAME
                    + ", k.birth_day as birth_on, (k.birth_day + interval '75 years')::date as on_day,"
                    + """
                    case when exists (select from koki.ledger_fault f where f.person_no = p.person_no and f.settled_on is null)
                         then '台帳の確認に記録があります' else '被保険者情報が届いていません' end as note
                    from people.v_person_key k join people.v_person p using (person_no)
                    where k.birth_day <= cast(:today as date) - interval '75 years' and :until >= :today and :age > 0
                      and p.resident and p.resident_kind <> '3' and p.died_on is null
                      and not exists (select from koki.insured i where i.person_no = p.person_no
                                      and (i.lost_on is null or i.lost_on > :today))
                      and not exists (select from people.v_application a where a.person_no = p.person_no
                                      and a.kind in ('01', '08') and a.cancelled = '0')
                    order by k.birth_day desc, p.person_no
                    """;

    private static final String RENEWALS =
            "select p.person_no, "
                    + NAME
                    + ", p.birth_day as birth_on, v.until_on as on_day,"
                    + """
                    case when exists (select from koki.notice n where n.person_no = v.person_no and n.kind = '20'
                                      and n.subject = v.reception_no) then '更新案内を作成済' else '更新案内はまだです' end as note
                    from people.v_verdict v join people.v_person p using (person_no)
                    where v.until_on between :today and :until and v.result = '1' and :age > 0 and p.died_on is null
                      and exists (select from koki.insured i where i.person_no = p.person_no and i.acquired_by = '03'
                                  and (i.lost_on is null or i.lost_on > :today))
                      and v.verdict_no = (select max(l.verdict_no) from people.v_verdict l
                                          where l.person_no = v.person_no and l.kind = v.kind)
                    order by v.until_on, p.person_no
                    """;
}
