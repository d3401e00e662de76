package org.machi.city.koki.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.notices.Addressees;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.city.koki.notices.NoticePost;
import org.machi.formats.layout.BenefitFile;
import org.machi.platform.desk.Show;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.StatementLetter;
import org.machi.platform.forms.letters.StatementLetter.Line;
import org.machi.platform.forms.letters.StatementLetter.Signer;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * Letters about benefits: 支給決定通知書 (also 不支給 and 返納) once for each decision, and 高額療養費支給申請のお知らせ for
 * whom the union calls. After a death they go where 送付先 says; without one they are pulled out.
 */
@Component
class BenefitLetters {

    static final String DECISION = "21";
    static final String CALL = "22";

    private final NoticePost post;
    private final Show show = new Show();

    BenefitLetters(NoticePost post) {
        this.post = post;
    }

    /** What a letter is about; a call has no decision. */
    private record Due(
            Addressee to,
            String no,
            String kind,
            String result,
            long amount,
            LocalDate on,
            @Nullable LocalDate careMonth,
            String reason,
            @Nullable String account,
            @Nullable Effect effect) {}

    /** From when an approval holds, and for whom of 減免 how. */
    private record Effect(LocalDate from, @Nullable LocalDate until, @Nullable String relief) {}

    void write(StepContext step) {
        long letters = 0;
        if (any(step, "koki.benefit_decision")) {
            letters += send(step, due(step, DECISIONS), DECISION);
        }
        if (any(step, "koki.benefit_call")) {
            letters += send(step, due(step, CALLS), CALL);
        }
        if (letters > 0) {
            step.count("給付の通知書", letters);
        }
    }

    /**
     * On most days nothing came, and to find the addresses of nobody would cost more than to ask.
     */
    private static boolean any(StepContext step, String table) {
        return step.db()
                .sql("select exists (select from " + table + " where known_on = :today)")
                .param("today", step.businessDate())
                .query(Boolean.class)
                .single();
    }

    private static List<Due> due(StepContext step, String query) {
        return step.db()
                .sql(query.formatted(Addressees.COLUMNS, Addressees.SOURCE))
                .param("today", step.businessDate())
                .query((row, _) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                Addressees.of(row, row.getString("insured_no")),
                row.getString("no"),
                row.getString("kind"),
                row.getString("result"),
                row.getLong("amount"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("care_month", LocalDate.class),
                row.getString("reason"),
                row.getString("account"),
                effect(row));
    }

    private static @Nullable Effect effect(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("effect_from", LocalDate.class);
        return from == null
                ? null
                : new Effect(
                        from,
                        row.getObject("effect_until", LocalDate.class),
                        row.getString("relief"));
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
                    kind.equals(CALL) ? call(one, headings.get(i)) : decision(one, headings.get(i));
            notices.add(new NoticePost.Notice(letter, kind, letter.title(), one.no(), one.to()));
        }
        return post.send(notices, today, step.actor());
    }

    private StatementLetter decision(Due due, Heading heading) {
        String what = BenefitFile.KIND.meaning(due.kind());
        boolean paid = due.kind().startsWith("3") || due.kind().equals("52");
        String title =
                switch (due.result()) {
                    case "1" -> what + (paid ? "支給決定通知書" : "承認通知書");
                    case "4" -> what + "返納通知書";
                    default -> what + (paid ? "不支給決定通知書" : "不承認通知書");
                };
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("決定番号", due.no()));
        if (due.careMonth() != null) {
            lines.add(period(due, due.careMonth()));
        }
        lines.add(new Line("決定", BenefitFile.RESULT.meaning(due.result())));
        if (due.amount() != 0) {
            lines.add(
                    new Line(
                            due.amount() < 0 ? "返納していただく額" : "支給する額",
                            show.money(Math.abs(due.amount())) + "円"));
        }
        lines.add(new Line("決定年月日", show.date(due.on())));
        lines.add(new Line("理由", due.reason()));
        if (due.effect() != null) {
            lines.addAll(effect(due.effect()));
        }
        if (due.account() != null) {
            lines.add(new Line("振込先", due.account()));
        }
        return new StatementLetter(
                heading,
                title,
                Signer.UNION_DECIDES,
                "%sについて、高齢者の医療の確保に関する法律に基づき、次のとおり決定しましたので通知します。".formatted(what),
                lines,
                notes(due));
    }

    private Line period(Due due, LocalDate month) {
        return due.kind().equals("31")
                ? new Line("診療年月", show.month(month))
                : new Line(
                        "計算期間",
                        show.month(month.minusMonths(11)) + "から" + show.month(month) + "まで");
    }

    private List<Line> effect(Effect effect) {
        List<Line> lines = new ArrayList<>();
        if (effect.relief() != null) {
            lines.add(new Line("減免の区分", BenefitFile.RELIEF.meaning(effect.relief())));
        }
        lines.add(new Line("適用開始年月日", show.date(effect.from())));
        if (effect.until() != null) {
            lines.add(new Line("適用終了年月日", show.date(effect.until())));
        }
        return lines;
    }

    private static List<String> notes(Due due) {
        if (due.effect() != null && due.effect().relief() != null) {
            return List.of("医療機関等では、一部負担金減免等証明書を資格確認書等と一緒に示してください。証明書は市役所の窓口でお渡しします。");
        }
        return switch (due.result()) {
            case "1" ->
                    due.amount() > 0
                            ? List.of("広域連合から、届け出た口座に振り込みます。振込の日は、振込の後に窓口でお答えできます。")
                            : List.of();
            case "4" -> List.of("返納の方法は、広域連合から別にご案内します。");
            default -> List.of();
        };
    }

    private StatementLetter call(Due due, Heading heading) {
        return new StatementLetter(
                heading,
                due.kind().equals("31")
                        ? "高額療養費支給申請のお知らせ"
                        : BenefitFile.KIND.meaning(due.kind()) + "支給申請のお知らせ",
                Signer.UNION,
                why(due.kind()),
                List.of(
                        period(due, Objects.requireNonNull(due.careMonth())),
                        new Line("支給を予定している額", show.money(due.amount()) + "円"),
                        new Line("申請できる最後の日", show.date(due.on()))),
                List.of(
                        due.kind().equals("33")
                                ? "お持ちいただくもの：介護保険の自己負担額証明書、振込先の口座が分かるもの、本人の確認ができるもの。"
                                : "お持ちいただくもの：振込先の口座が分かるもの、本人の確認ができるもの。",
                        "被保険者が亡くなっているときは、相続人の方が申請してください。",
                        "市役所や広域連合が、電話でATMの操作をお願いすることはありません。"));
    }

    private static String why(String kind) {
        return switch (kind) {
            case "32" ->
                    "8月から翌年7月までに支払った外来の自己負担額が年間の限度額を超えました。下の額を支給しますので、振込先の口座を申請してください。一度申請すると、次からは申請しなくても同じ口座に振り込みます。";
            case "33" ->
                    "8月から翌年7月までに世帯で支払った医療と介護の自己負担額の合計が限度額を超えました。医療の分として下の額を支給しますので、申請してください。介護の分は、介護保険から支給されます。";
            default ->
                    "1か月に支払った医療費の自己負担額が限度額を超えました。下の額を支給しますので、振込先の口座を申請してください。一度申請すると、次からは申請しなくても同じ口座に振り込みます。";
        };
    }

    private static final String DECISIONS =
            """
            select %s, a.insured_no, a.decision_no as no, a.kind, a.result, a.amount, a.decided_on as on_day, a.care_month,
                   a.reason, a.account, a.effect_from, a.effect_until, a.relief
            from koki.benefit_decision a
            join (%s) on v.person_no = a.person_no
            where a.known_on = :today and a.result in ('1', '2', '4')
              and not exists (select from koki.notice n where n.subject = a.decision_no and n.kind = '21')
            order by a.decision_no
            """;

    private static final String CALLS =
            """
            select %s, a.insured_no, a.insured_no || '-' || a.kind || to_char(a.care_month, 'YYYYMM') as no, a.kind, '' as result, a.amount,
                   a.lapses_on as on_day, a.care_month, '' as reason, null as account,
                   null::date as effect_from, null::date as effect_until, null as relief
            from koki.benefit_call a
            join (%s) on v.person_no = a.person_no
            where a.known_on = :today
            order by a.insured_no
            """;
}
