package org.machi.city.koki.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.TabbedKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 確認リスト: what came or was made and waits for somebody. */
@Component
class WorkLists {

    static final int MOST = 200;

    private final JdbcClient db;

    WorkLists(JdbcClient db) {
        this.db = db;
    }

    /** The lists with the query that counts and the query that shows. */
    enum Kind implements TabbedKind {
        PENSION(
                "pension",
                "突合できない年金記録",
                "被保険者が見つからない年金保険者の記録です",
                """
                from koki.pension_record r where r.insured_no is null and r.known_on >= :since
                """,
                """
                select null::bigint as person_no, r.known_on as on_day, r.name_kana as what,
                       '生年月日 ' || r.birth_on || '　基礎年金番号の末尾 ' || right(r.pension_no, 3) || '　通知内容 ' || r.notice as more
                """),
        STOPS(
                "stops",
                "受理されない中止依頼",
                "年金保険者が資格喪失等の通知（中止依頼）を受理しなかった人です。年金からの差引きが続くことがあります",
                """
                from koki.deduction_order r join koki.deduction d using (insured_no)
                where r.notice = '41' and r.result <> '00' and r.result_on >= :since
                  and not exists (
                      select from koki.deduction_order later
                      where later.insured_no = r.insured_no and later.order_id > r.order_id
                      and later.notice = '41' and later.result = '00')
                """,
                """
                select d.person_no, r.result_on as on_day, '中止依頼　事由の日 ' || r.event_on as what,
                       '処理結果 ' || r.result || '　送付 ' || coalesce(r.sent_on::text, '未') as more
                """),
        LETTERS(
                "letters",
                "引き抜いた通知書",
                "発行抑止又は描けない文字のため、印刷会社へ送らなかったものです。発行抑止のものは、抑止の一時解除（発行）を受けてから1通ずつ印刷できます。描けない文字のものは別に作成してください。発送など処理を終えたら「処理済みにする」を押してください",
                """
                from (select letter_no, person_no, title, issued_on, pulled_out, settled_on, kept_as from koki.letter
                      union all
                      select letter_no, person_no, title, issued_on, pulled_out, settled_on, kept_as from koki.notice) r
                where r.pulled_out is not null and r.settled_on is null and r.issued_on >= :since
                """,
                """
                select r.person_no, r.issued_on as on_day, r.title as what,
                       r.pulled_out || coalesce('　' || (
                           select string_agg(distinct s.item || ' ' || s.code_points, '、') from koki.letter_set_aside s
                           where s.letter_no = r.letter_no), '') as more
                """),
        UNION(
                "union",
                "広域連合との突合差異",
                "広域連合が持つ内容と違うものです",
                """
                from koki.union_difference r where r.settled_on is null and r.known_on >= :since
                """,
                """
                select nullif(r.content ->> 'person_no', '')::bigint as person_no, r.known_on as on_day,
                       coalesce(r.content ->> 'item', '差異') as what,
                       (select string_agg(e.key || '=' || e.value, '　') from jsonb_each_text(r.content) e
                        where e.key not in ('person_no', 'item') and e.value is not null) as more
                """),
        CHECK(
                "check",
                "確認計算の相違",
                "市の宛名・世帯・所得から計算し直した保険料が、広域連合の決定と違う人です。最初に違う項目から確かめてください",
                """
                from koki.premium_check r
                join koki.premium m using (levy_year, assessment_no, assessment_version)
                where m.current and r.state = 'DIFFERS' and r.checked_on >= :since
                """,
                """
                select r.person_no, r.checked_on as on_day,
                       '決定 ' || to_char(m.total_premium, 'FM999,999,990') || '円　確認計算 '
                       || coalesce(to_char(r.premium, 'FM999,999,990') || '円', 'は転出のため保険料まで比べていません') as what,
                       r.levy_year || '年度　最初に違う項目：' || r.step || '　決定 ' || r.decided || '　確認計算 ' || r.own as more
                """),
        UNASSESSED(
                "unassessed",
                "賦課のない被保険者",
                "60日より前から被保険者で、当年度の賦課情報が届いていない人です。広域連合で保留になっていないか確かめてください",
                """
                from koki.insured r join people.v_person p using (person_no)
                where r.acquired_on < (cast(:since as date) + interval '1 year' - interval '60 days')
                  and (r.lost_on is null
                       or r.lost_on >= make_date(extract(year from cast(:since as date) + interval '6 months')::int, 5, 1))
                  and not exists (
                      select from koki.premium m where m.person_no = r.person_no and m.insured_no = r.insured_no
                      and m.levy_year = extract(year from cast(:since as date) + interval '6 months'))
                """,
                """
                select r.person_no, r.acquired_on as on_day, case when p.protected then '（表示できません）' else p.name end as what,
                       '被保険者番号 ' || r.insured_no as more
                """),
        ROWS(
                "rows",
                "取り込めなかった行",
                "ファイルの中で、取り込まずに一覧に残した行です",
                """
                from files.finding f join files.file r on r.id = f.file_id
                where r.direction = 'IN' and r.state = 'APPLIED' and r.bad_rows > 0 and r.business_date >= :since
                """,
                """
                select null::bigint as person_no, r.business_date as on_day, r.name || ' ' || f.line || '行目' as what,
                       f.item || '　' || f.reason as more
                """);

        private final String code;
        private final String title;
        private final String text;
        private final String from;
        private final String select;

        Kind(String code, String title, String text, String from, String select) {
            this.code = code;
            this.title = title;
            this.text = text;
            this.from = from;
            this.select = select;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /**
     * One line of a list.
     *
     * @param letterNo 発送番号 when a letter waits
     * @param drawn the letter's pages are kept, so that it can be printed after a release
     */
    public record Line(
            @Nullable Long personNo,
            LocalDate day,
            String what,
            String more,
            @Nullable String letterNo,
            boolean drawn) {}

    long count(Kind kind, LocalDate today) {
        return db.sql("select count(*) " + kind.from)
                .param("since", today.minusYears(1))
                .query(Long.class)
                .single();
    }

    List<Line> lines(Kind kind, LocalDate today) {
        String letter =
                kind == Kind.LETTERS
                        ? ", r.letter_no, r.kept_as is not null as drawn "
                        : ", null::text as letter_no, false as drawn ";
        return db.sql(kind.select + letter + kind.from + " order by on_day desc limit " + MOST)
                .param("since", today.minusYears(1))
                .query((row, n) ->
                        new Line(
                                row.getObject("person_no", Long.class),
                                row.getObject("on_day", LocalDate.class),
                                row.getString("what"),
                                row.getString("more"),
                                row.getString("letter_no"),
                                row.getBoolean("drawn")))
                .list();
    }

    /** 宛名番号 of whom a letter is about that waits; empty when it doesn't. */
    Optional<Long> waitsFor(String letterNo) {
        return db.sql(
                        """
                        select person_no from (select * from (
                                select letter_no, person_no, pulled_out, settled_on from koki.letter
                                union all
                                select letter_no, person_no, pulled_out, settled_on from koki.notice) book
                            where letter_no = ?) one
                        where pulled_out is not null and settled_on is null
                        """)
                .param(letterNo)
                .query(Long.class)
                .optional();
    }

    /** 処理済み: the letter that was pulled out was dealt with; false when it doesn't wait. */
    boolean settle(String letterNo, LocalDate today) {
        int rows = 0;
        for (String book : List.of("koki.letter", "koki.notice")) {
            rows +=
                    db.sql(
                                    """
                                    update %s set settled_on = :today
                                    where letter_no = :letter and pulled_out is not null and settled_on is null
                                    """
                                            .formatted(book))
                            .param("today", today)
                            .param("letter", letterNo)
                            .update();
        }
        return rows > 0;
    }
}
