package org.machi.city.koki.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.notices.Addressees;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.city.koki.notices.NoticePost;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.desk.Show;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.StatementLetter;
import org.machi.platform.forms.letters.StatementLetter.Line;
import org.machi.platform.forms.letters.StatementLetter.Signer;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/**
 * Letters about verdicts: 障害認定 with its reason, what was refused, and the 更新案内 some months before a
 * 有期認定 ends. Each goes once.
 */
@Component
class VerdictLetters {

    private static final String VERDICT = "19";
    private static final String RENEWAL = "20";

    private final NoticePost post;
    private final Parameters parameters;
    private final Show show = new Show();

    VerdictLetters(NoticePost post, Parameters parameters) {
        this.post = post;
        this.parameters = parameters;
    }

    private record Due(
            Addressee to,
            String receptionNo,
            String kind,
            String what,
            boolean accepted,
            LocalDate decidedOn,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String reason) {}

    void write(StepContext step) {
        LocalDate today = step.businessDate();
        LocalDate ahead = today.plusMonths(parameters.number("koki.renewalMonths", today));
        long letters = send(step, due(step, VERDICTS, today), VERDICT);
        letters += send(step, due(step, RENEWALS, ahead), RENEWAL);
        if (letters > 0) {
            step.count("認定の通知書", letters);
        }
    }

    private List<Due> due(StepContext step, String query, LocalDate until) {
        return step.db()
                .sql(query.formatted(Addressees.COLUMNS, Addressees.SOURCE))
                .param("today", step.businessDate())
                .param("until", until)
                .query((row, _) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        String insured = row.getString("insured_no");
        String kind = row.getString("kind");
        return new Due(
                Addressees.of(row, insured == null ? "" : insured),
                row.getString("reception_no"),
                kind,
                UnionApplyFile.KIND.type().meanings().getOrDefault(kind, kind),
                row.getString("result").equals("1"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("effective_until", LocalDate.class),
                row.getString("verdict_reason"));
    }

    private long send(StepContext step, List<Due> due, String kind) {
        if (due.isEmpty()) {
            return 0;
        }
        LocalDate today = step.businessDate();
        List<Heading> headings = post.headings(due.stream().map(Due::to).toList(), kind, today);
        List<NoticePost.Notice> notices = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            Due one = due.get(i);
            StatementLetter letter =
                    kind.equals(RENEWAL)
                            ? renewal(one, headings.get(i))
                            : verdict(one, headings.get(i));
            notices.add(
                    new NoticePost.Notice(
                            letter, kind, letter.title(), one.receptionNo(), one.to()));
        }
        return post.send(notices, today, step.actor());
    }

    private StatementLetter verdict(Due due, Heading heading) {
        boolean disability = List.of("03", "14").contains(due.kind());
        String title =
                disability
                        ? "障害認定" + (due.accepted() ? "" : "不認定") + "通知書"
                        : due.what() + (due.accepted() ? "承認" : "却下") + "通知書";
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("申請の受付番号", due.receptionNo()));
        lines.add(new Line("決定", due.accepted() ? "認定（承認）する" : "認定（承認）しない"));
        lines.add(new Line("決定年月日", show.date(due.decidedOn())));
        if (due.accepted()) {
            lines.add(new Line("認定（適用開始）年月日", show.date(due.from())));
            lines.add(new Line("認定の期限", due.until() == null ? "定めない" : show.date(due.until())));
        }
        lines.add(new Line("理由", due.reason()));
        return new StatementLetter(
                heading,
                title,
                Signer.UNION_DECIDES,
                "さきに申請のあった%sについて、高齢者の医療の確保に関する法律に基づき、次のとおり決定しましたので通知します。".formatted(due.what()),
                lines,
                disability && due.accepted()
                        ? List.of(
                                "認定を受けた日から後期高齢者医療の被保険者となります。これまでの医療保険の資格を失う手続をしてください。",
                                "認定は、将来に向かっていつでも撤回できます。障害の程度が変わったときは届け出てください。")
                        : List.of());
    }

    private StatementLetter renewal(Due due, Heading heading) {
        return new StatementLetter(
                heading,
                "障害認定の更新のご案内",
                Signer.MAYOR,
                "障害認定の期限が近づいています。引き続き認定を受けるときは、期限までに障害の状態を確かめられる書類（障害者手帳、年金証書、診断書）を添えて申請してください。",
                List.of(
                        new Line("認定年月日", show.date(due.from())),
                        new Line("認定の期限", show.date(due.until()))),
                List.of("更新の申請がないとき又は障害の状態に該当しないときは、期限の翌日に資格を失い、ほかの医療保険に加入することになります。"));
    }

    private static final String VERDICTS =
            """
            select %s, a.insured_no, a.reception_no, a.kind, a.result, a.decided_on, a.effective_on,
                   a.until_on as effective_until, a.reason as verdict_reason
            from people.v_verdict a
            join (%s) on v.person_no = a.person_no
            where a.known_on = :today and :until >= :today
              and (a.result in ('1', '2') and (a.kind in ('03', '17') or a.kind = '14' and a.application_reason = '03')
                   or a.result = '2' and a.kind in ('19', '20'))
              and not exists (select from koki.notice n where n.subject = a.reception_no and n.kind = '19'
                              and n.person_no = a.person_no)
            order by a.reception_no
            """;

    private static final String RENEWALS =
            """
            select %s, a.insured_no, a.reception_no, a.kind, a.result, a.decided_on, a.effective_on,
                   a.until_on as effective_until, a.reason as verdict_reason
            from people.v_verdict a
            join (%s) on v.person_no = a.person_no
            where a.until_on between :today and :until and a.result = '1'
              and v.died_on is null and v.birth_day > cast(a.until_on as date) - interval '75 years'
              and exists (select from koki.insured k where k.person_no = a.person_no and k.lost_on is null)
              and not exists (select from koki.notice n where n.person_no = a.person_no and n.kind = '20'
                              and n.subject = a.reception_no)
            order by a.reception_no
            """;
}
