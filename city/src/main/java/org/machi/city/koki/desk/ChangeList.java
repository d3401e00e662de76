package org.machi.city.koki.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.desk.Listing;
import org.machi.platform.forms.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 賦課更正の一覧: each decision of the union that replaced an earlier one of the same 相当年度 and 賦課管理番号,
 * with the premium before and after, what else changed, why, which notice it needs and what became
 * of that notice (seed 001, 賦課情報の更正; 高齢者の医療の確保に関する法律施行令 18条).
 */
@Component
class ChangeList {

    static final int LINES = 50;

    /** What a clerk compares, in the file's order; sums that follow from these are left out. */
    private static final List<Column<?>> COMPARED =
            List.of(
                    PremiumFile.RATE_AREA,
                    PremiumFile.FINAL,
                    PremiumFile.DECLARED,
                    PremiumFile.ACQUIRED_ON,
                    PremiumFile.LOST_ON,
                    PremiumFile.MOVED_IN_ON,
                    PremiumFile.MOVED_OUT_ON,
                    PremiumFile.BASE,
                    PremiumFile.DAY1,
                    PremiumFile.REDUCTION1,
                    PremiumFile.OVER_CAP1,
                    PremiumFile.MONTHS1,
                    PremiumFile.SPECIAL1,
                    PremiumFile.DAY2,
                    PremiumFile.REDUCTION2,
                    PremiumFile.OVER_CAP2,
                    PremiumFile.MONTHS2,
                    PremiumFile.SPECIAL2,
                    PremiumFile.RELIEF,
                    PremiumFile.CHILD_RELIEF);

    private static final String FROM =
            """
            from koki.premium p
            join lateral (
                select * from koki.premium b
                where b.levy_year = p.levy_year and b.assessment_no = p.assessment_no
                  and b.assessment_version < p.assessment_version
                order by b.assessment_version desc limit 1) q on true
            join people.v_person v on v.person_no = p.person_no
            left join lateral (
                select min(x.plan_version) as plan_version from koki.plan x
                where x.levy_year = p.levy_year and x.assessment_no = p.assessment_no
                  and x.assessment_version = p.assessment_version and not x.provisional) made on true
            left join lateral (
                select x.plan_version, x.noticed_on, x.assessment_version from koki.plan x
                where x.levy_year = p.levy_year and x.assessment_no = p.assessment_no
                  and x.plan_version >= made.plan_version and x.noticed_on is not null
                order by x.plan_version limit 1) told on true
            left join lateral (
                select string_agg(l.title || case when l.pulled_out is null then '' else '（引抜き）' end, '、'
                                  order by l.letter_no) as titles,
                       bool_or(l.kind in ('01', '06')) as decision
                from koki.letter l
                where l.levy_year = p.levy_year and l.assessment_no = p.assessment_no
                  and l.plan_version = told.plan_version) sent on true
            where p.known_on between :from and :to
            """;

    private final JdbcClient db;

    ChangeList(JdbcClient db) {
        this.db = db;
    }

    /**
     * One correction.
     *
     * @param name hidden when the person is protected
     * @param before yen that this municipality levied
     * @param after yen that it levies now
     * @param items what changed beside the premium, each as before → after
     * @param needed the notice that the decision needs
     * @param state what became of the notice
     * @param missing the notice is needed and due, and there is none
     */
    public record Line(
            long personNo,
            String name,
            String insuredNo,
            int levyYear,
            int decisionYear,
            long version,
            LocalDate knownOn,
            String reason,
            long before,
            long after,
            List<String> items,
            String needed,
            String state,
            boolean missing) {

        public long difference() {
            return after - before;
        }
    }

    /** The corrections that came from one day to another, newest first. */
    Listing<Line> between(LocalDate from, LocalDate to, int page) {
        int shown = Listing.page(page);
        String pairs =
                COMPARED.stream()
                        .map(column ->
                                "q.%1$s::text as before_%1$s, p.%1$s::text as after_%1$s"
                                        .formatted(column.code()))
                        .collect(Collectors.joining(", "));
        List<Line> lines =
                db.sql(
                                """
                                select p.person_no, case when v.protected then '（表示できません）' else v.name end as name,
                                       p.insured_no, p.levy_year, p.decision_year, p.assessment_version, p.known_on,
                                       p.reason_text, q.city_premium as before, p.city_premium as after,
                                       p.notice_needed, p.current, made.plan_version as made, told.noticed_on,
                                       told.assessment_version as told_version, sent.titles,
                                       coalesce(sent.decision, false) as decision, %s
                                %s order by p.known_on desc, p.person_no, p.levy_year, p.assessment_version
                                limit :limit offset :offset
                                """
                                        .formatted(pairs, FROM))
                        .param("from", from)
                        .param("to", to)
                        .param("limit", LINES)
                        .param("offset", Listing.offset(shown, LINES))
                        .query((row, n) -> line(row))
                        .list();
        long total =
                db.sql("select count(*) " + FROM)
                        .param("from", from)
                        .param("to", to)
                        .query(Long.class)
                        .single();
        return new Listing<>(lines, shown, LINES, total);
    }

    private static Line line(ResultSet row) throws SQLException {
        boolean needed = row.getBoolean("notice_needed");
        LocalDate toldOn = row.getObject("noticed_on", LocalDate.class);
        boolean toldWithThis =
                toldOn != null && row.getLong("told_version") == row.getLong("assessment_version");
        return new Line(
                row.getLong("person_no"),
                row.getString("name"),
                row.getString("insured_no"),
                row.getInt("levy_year"),
                row.getInt("decision_year"),
                row.getLong("assessment_version"),
                row.getObject("known_on", LocalDate.class),
                row.getString("reason_text"),
                row.getLong("before"),
                row.getLong("after"),
                items(row),
                needed ? "保険料額変更決定通知書" : "不要（広域連合の指定）",
                state(row, toldOn, toldWithThis),
                needed && toldWithThis && !row.getBoolean("decision"));
    }

    private static String state(ResultSet row, @Nullable LocalDate toldOn, boolean toldWithThis)
            throws SQLException {
        row.getInt("made");
        if (row.wasNull()) {
            return row.getBoolean("current") ? "期割の計算前" : "次の更正とまとめて期割を計算";
        }
        if (toldOn == null) {
            return "通知書の作成待ち";
        }
        if (!toldWithThis) {
            return "次の更正とまとめて通知（" + Wording.shortDate(toldOn) + "）";
        }
        String titles = row.getString("titles");
        return Wording.shortDate(toldOn) + "　" + (titles == null ? "通知書なし" : titles);
    }

    private static List<String> items(ResultSet row) throws SQLException {
        List<String> items = new ArrayList<>();
        for (Column<?> column : COMPARED) {
            String before = row.getString("before_" + column.code());
            String after = row.getString("after_" + column.code());
            if (!Objects.equals(before, after)) {
                items.add(
                        "%s　%s → %s"
                                .formatted(
                                        column.item(),
                                        shown(column, before),
                                        shown(column, after)));
            }
        }
        return items;
    }

    private static String shown(Column<?> column, @Nullable String text) {
        if (text == null) {
            return "なし";
        }
        return switch (column.type().sqlType()) {
            case "date" -> Wording.shortDate(LocalDate.parse(text));
            case "bigint" -> Wording.amount(Long.parseLong(text));
            default -> column.meaning(text);
        };
    }
}
