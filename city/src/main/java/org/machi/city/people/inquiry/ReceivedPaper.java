package org.machi.city.people.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.ReceivedInquiries;
import org.machi.city.people.paper.PaperDesk;
import org.machi.formats.layout.IncomeAnswerFile;
import org.machi.formats.number.MunicipalityCode;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.forms.Wording;
import org.machi.platform.forms.letters.PlainLetter.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 文書で受けた照会: entered by a clerk, matched and judged like those by file, answered on paper. A stopped
 * person is not answered before somebody with the duty decided so.
 */
@Component
class ReceivedPaper {

    private final JdbcClient db;
    private final PaperDesk paper;
    private final String ownCode;

    ReceivedPaper(JdbcClient db, PaperDesk paper, OrganisationSettings settings) {
        this.db = db;
        this.paper = paper;
        this.ownCode = settings.code();
    }

    /** What the paper says. */
    record Paper(
            String kind,
            String asker,
            String askerName,
            String inquiryNo,
            int levyYear,
            String name,
            String kana,
            String birthOn,
            String sex,
            LocalDate answerDue) {}

    /** One open paper by its deadline; of whom it asks stays hidden while the person is stopped. */
    public record Open(
            String asker,
            String askerName,
            String inquiryNo,
            String kind,
            String name,
            int levyYear,
            LocalDate receivedOn,
            @Nullable LocalDate answerDue,
            String state) {

        public String kindName() {
            return kind.equals("INCOME") ? "所得照会" : "住基照会";
        }

        public boolean isReady() {
            return state.equals("READY");
        }

        public String stateName() {
            return switch (state) {
                case "READY" -> "回答できます";
                case "WAITING" -> "課税資料待ち";
                default -> "職員の確認";
            };
        }

        public boolean isLate(LocalDate today) {
            return answerDue != null && answerDue.isBefore(today);
        }
    }

    Optional<String> take(Paper paper, LocalDate today) {
        if (!MunicipalityCode.isValid(paper.asker())) {
            return Optional.of("照会元は検査数字を含む6桁の市区町村コードです。");
        }
        if (paper.inquiryNo().isBlank() || paper.name().isBlank() || paper.kana().isBlank()) {
            return Optional.of("照会番号、氏名、カナを入れてください。");
        }
        int rows =
                db.sql(
                                """
                                insert into people.received_inquiry (asker, asker_name, inquiry_no, levy_year, received_on, name,
                                    name_kana, birth_on, sex, state, kind, medium, answer_due)
                                values (:asker, nullif(:askerName, ''), :no, :year, :today, :name, :kana, :birth, :sex, 'NEW',
                                    :kind, 'PAPER', :due)
                                on conflict (asker, inquiry_no) do nothing
                                """)
                        .param("asker", paper.asker())
                        .param("askerName", paper.askerName())
                        .param("no", paper.inquiryNo())
                        .param("year", paper.levyYear())
                        .param("today", today)
                        .param("name", paper.name())
                        .param("kana", paper.kana())
                        .param("birth", paper.birthOn())
                        .param("sex", paper.sex())
                        .param("kind", paper.kind())
                        .param("due", paper.answerDue())
                        .update();
        if (rows == 0) {
            return Optional.of("この照会元の同じ照会番号は既に受け付けています。");
        }
        db.sql(ReceivedInquiries.IDENTIFY).param("asker", paper.asker()).update();
        judge();
        return Optional.empty();
    }

    /** 住基照会 of who is known here can be answered at once; incomes as those by file. */
    private void judge() {
        db.sql(
                        """
                        update people.received_inquiry q
                        set state = case when q.approved or not coalesce(s.issue, false) then 'READY' else 'CLERK' end,
                            reason = case when not q.approved and s.issue then 'PROTECTED' end, answer = '1'
                        from people.person p left join people.v_stop s using (person_no)
                        where q.state = 'WAITING' and q.kind = 'RESIDENCE' and p.person_no = q.person_no
                        """)
                .update();
        db.sql(ReceivedInquiries.JUDGE).param("own", ownCode).update();
        db.sql(
                        """
                        update people.received_inquiry q set state = 'CLERK', reason = 'PROTECTED'
                        from people.v_stop s
                        where q.state = 'READY' and q.medium = 'PAPER' and not q.approved
                          and s.person_no = q.person_no and s.issue
                        """)
                .update();
    }

    List<Open> open() {
        judge();
        return db.sql(
                        """
                        select q.*, coalesce(s.issue and not q.approved, false) as stopped
                        from people.received_inquiry q left join people.v_stop s on s.person_no = q.person_no
                        where q.medium = 'PAPER' and q.state not in ('ANSWERED', 'WITHHELD')
                        order by q.answer_due nulls last, q.received_on, q.asker, q.inquiry_no limit 200
                        """)
                .query((row, _) ->
                        new Open(
                                row.getString("asker"),
                                Objects.requireNonNullElse(row.getString("asker_name"), ""),
                                row.getString("inquiry_no"),
                                row.getString("kind"),
                                row.getBoolean("stopped") ? "（照会・発行抑止）" : row.getString("name"),
                                row.getInt("levy_year"),
                                row.getObject("received_on", LocalDate.class),
                                row.getObject("answer_due", LocalDate.class),
                                row.getString("state")))
                .list();
    }

    /** Whom the answer is about, and its paper. */
    record Answered(@Nullable Long personNo, byte[] pdf) {}

    private record Row(
            @Nullable Long personNo,
            String name,
            String birth,
            String kind,
            int year,
            String answer,
            String to) {}

    /** Prints the answer and keeps that it was given. */
    Answered answer(String asker, String inquiryNo, LocalDate today) {
        Row row =
                db.sql(
                                """
                                update people.received_inquiry q set state = 'ANSWERED', answered_on = :today
                                where asker = :asker and inquiry_no = :no and medium = 'PAPER' and state = 'READY'
                                  and (approved or not exists (
                                      select from people.v_stop s where s.person_no = q.person_no and s.issue))
                                returning person_no, name, birth_on, kind, levy_year, answer,
                                    coalesce(asker_name, '地方公共団体コード ' || asker) as asker_name
                                """)
                        .param("today", today)
                        .param("asker", asker)
                        .param("no", inquiryNo)
                        .query((r, _) ->
                                new Row(
                                        r.getObject("person_no", Long.class),
                                        r.getString("name"),
                                        r.getString("birth_on"),
                                        r.getString("kind"),
                                        r.getInt("levy_year"),
                                        Objects.requireNonNullElse(r.getString("answer"), "4"),
                                        r.getString("asker_name")))
                        .optional()
                        .orElseThrow(() -> notNow(asker, inquiryNo));
        Long person = row.personNo();
        PaperDesk.Text text =
                new PaperDesk.Text(
                        person == null ? 0 : person,
                        inquiryNo,
                        (row.kind().equals("INCOME") ? "所得照会" : "住基照会") + "の回答",
                        "照会番号%sについて、次のとおり回答します。".formatted(inquiryNo),
                        lines(row),
                        "この回答は、照会の目的以外に使用しないでください。");
        return new Answered(
                person, paper.pdf(List.of(paper.toMunicipality(text, row.to(), today))));
    }

    private RuntimeException notNow(String asker, String inquiryNo) {
        boolean there =
                db.sql(
                                "select exists (select from people.received_inquiry where asker = ? and inquiry_no = ?)")
                        .params(asker, inquiryNo)
                        .query(Boolean.class)
                        .single();
        return there ? new ChangedMeanwhile("この照会は、まだ回答できないか、既に回答しています。") : new NothingThere();
    }

    private List<Line> lines(Row row) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("氏名", row.name()));
        lines.add(new Line("生年月日", Wording.birth(row.birth())));
        boolean income = row.kind().equals("INCOME");
        Map<String, String> words = IncomeAnswerFile.ANSWER.type().meanings();
        lines.add(
                new Line(
                        "回答",
                        income || row.answer().equals("4")
                                ? words.getOrDefault(row.answer(), row.answer())
                                : "該当者あり"));
        Long person = row.personNo();
        if (person != null && income && row.answer().equals("1")) {
            lines.add(new Line("年度", Wording.fiscalYear(row.year())));
            lines.addAll(incomes(person, row.year()));
        } else if (person != null && !income) {
            lines.addAll(residence(person));
        }
        return lines;
    }

    private List<Line> incomes(long personNo, int year) {
        return db.sql(
                        """
                        select '課税の状況' as item, case taxed when '0' then '非課税' when '1' then '課税' when '2' then '均等割のみ課税' else '不明' end as value
                        from people.v_tax where person_no = :person and levy_year = :year
                        union all
                        select i.item, to_char(i.yen, 'FM999,999,999,990') || '円' from people.v_tax t cross join lateral (values
                            ('給与収入額', t.salary), ('公的年金収入額', t.pension), ('営業所得額', t.business), ('農業所得額', t.farming),
                            ('不動産所得額', t.real_estate), ('雑所得合計額', t.misc_total), ('市区町村民税課税所得', t.taxable)) i (item, yen)
                        where t.person_no = :person and t.levy_year = :year and i.yen is not null
                        """)
                .param("person", personNo)
                .param("year", year)
                .query((r, _) -> new Line(r.getString("item"), r.getString("value")))
                .list();
    }

    /** The head of the home is not named to others when nothing of the head may be issued. */
    private List<Line> residence(long personNo) {
        return db.sql(
                        """
                        select p.prefecture || p.city || p.town || coalesce(p.lot, '') || coalesce('　' || p.building, '') as address,
                               p.resident_since, p.moved_out_on, coalesce(p.relation_name, '') as relation,
                               case when h.issue and p.head_no <> p.person_no then '' else coalesce(p.head_name, '') end as head
                        from people.person p left join people.v_stop h on h.person_no = p.head_no
                        where p.person_no = ?
                        """)
                .param(personNo)
                .query((row, _) ->
                        List.of(
                                new Line("住所", row.getString("address")),
                                new Line("住民となった年月日", day(row, "resident_since")),
                                new Line("転出年月日", day(row, "moved_out_on")),
                                new Line("世帯主氏名", row.getString("head")),
                                new Line("続柄", row.getString("relation"))))
                .single();
    }

    private static String day(ResultSet row, String column) throws SQLException {
        @Nullable LocalDate day = row.getObject(column, LocalDate.class);
        return day == null ? "" : Wording.date(day);
    }
}
