package org.machi.city.people.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.paper.PaperDesk;
import org.machi.city.people.tax.TypedIncome.Amounts;
import org.machi.formats.layout.IncomeAnswerFile;
import org.machi.formats.number.MunicipalityCode;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.forms.Wording;
import org.machi.platform.forms.letters.PlainLetter.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions of this city about one person: 所得照会 and 住基照会 to the municipality of 1 January. */
@Component
class OwnQuestions {

    private static final int ANSWER_DAYS = 30;

    private final JdbcClient db;
    private final PaperDesk paper;
    private final String ownCode;

    OwnQuestions(JdbcClient db, PaperDesk paper, OrganisationSettings settings) {
        this.db = db;
        this.paper = paper;
        this.ownCode = settings.code();
    }

    /** One question with what became of it. */
    public record Question(
            String inquiryNo,
            String kind,
            int levyYear,
            String toCode,
            @Nullable String toName,
            String medium,
            LocalDate askedOn,
            LocalDate answerDue,
            @Nullable LocalDate printedOn,
            @Nullable LocalDate remindedOn,
            @Nullable LocalDate answeredOn,
            @Nullable String answer,
            @Nullable String answerText,
            @Nullable Typed typed,
            @Nullable String returnReason) {

        public String kindName() {
            return kind.equals("INCOME") ? "所得照会" : "住基照会";
        }

        public boolean isLate(LocalDate today) {
            return answeredOn == null && typed == null && answerDue.isBefore(today);
        }

        /** Whether an answer was entered that nobody has confirmed yet. */
        public boolean waits() {
            return answeredOn == null && typed != null;
        }

        public String answerWords() {
            return words(answer, answerText);
        }
    }

    private static String words(@Nullable String answer, @Nullable String text) {
        Map<String, String> words = IncomeAnswerFile.ANSWER.type().meanings();
        return answer == null
                ? ""
                : words.getOrDefault(answer, answer)
                        + (text == null || text.isEmpty() ? "" : "　" + text);
    }

    /** An answer that a clerk typed in. */
    public record Typed(String answer, Amounts amounts, String text, String enteredBy) {

        public String answerWords() {
            return words(answer, text);
        }

        /** What the confirming clerk looks at; the form sends it back. */
        public String seen() {
            return "%s:%d:%d:%d:%d:%d:%d:%s"
                    .formatted(
                            answer,
                            amounts.salary(),
                            amounts.pension(),
                            amounts.business(),
                            amounts.farming(),
                            amounts.realEstate(),
                            amounts.miscOther(),
                            text);
        }
    }

    static @Nullable Typed typed(ResultSet row) throws SQLException {
        String answer = row.getString("typed_answer");
        return answer == null
                ? null
                : new Typed(
                        answer,
                        new Amounts(
                                row.getLong("salary"),
                                row.getLong("pension"),
                                row.getLong("business"),
                                row.getLong("farming"),
                                row.getLong("real_estate"),
                                row.getLong("misc_other")),
                        row.getString("typed_text"),
                        row.getString("entered_by"));
    }

    /** What the form asks for. */
    record Wanted(String kind, int levyYear, String toCode, String toName) {}

    List<Question> of(long personNo) {
        return db.sql(
                        "select * from people.income_inquiry where person_no = ? order by asked_on desc, kind")
                .param(personNo)
                .query((row, _) ->
                        new Question(
                                row.getString("inquiry_no"),
                                row.getString("kind"),
                                row.getInt("levy_year"),
                                row.getString("to_code"),
                                row.getString("to_name"),
                                row.getString("medium"),
                                row.getObject("asked_on", LocalDate.class),
                                row.getObject("answer_due", LocalDate.class),
                                row.getObject("printed_on", LocalDate.class),
                                row.getObject("reminded_on", LocalDate.class),
                                row.getObject("answered_on", LocalDate.class),
                                row.getString("answer"),
                                row.getString("answer_text"),
                                typed(row),
                                row.getString("return_reason")))
                .list();
    }

    Optional<String> ask(long personNo, Wanted wanted, LocalDate today) {
        if (!MunicipalityCode.isValid(wanted.toCode()) || wanted.toCode().equals(ownCode)) {
            return Optional.of("照会先は、当市でない市区町村の検査数字を含む6桁のコードです。");
        }
        int rows =
                db.sql(
                                """
                                insert into people.income_inquiry (inquiry_no, person_no, levy_year, kind, medium, to_code,
                                    to_name, asked_on, answer_due)
                                values (lpad(nextval('people.reception_no')::text, 10, '0'), :person, :year, :kind, 'PAPER',
                                    :code, nullif(:name, ''), :today, :due)
                                on conflict (person_no, levy_year, kind) do nothing
                                """)
                        .param("person", personNo)
                        .param("year", wanted.levyYear())
                        .param("kind", wanted.kind())
                        .param("code", wanted.toCode())
                        .param("name", wanted.toName())
                        .param("today", today)
                        .param("due", today.plusDays(ANSWER_DAYS))
                        .update();
        return rows == 0 ? Optional.of("この年度の同じ照会は既にあります。") : Optional.empty();
    }

    private Question one(long personNo, String inquiryNo) {
        return of(personNo).stream()
                .filter(one -> one.inquiryNo().equals(inquiryNo))
                .findFirst()
                .orElseThrow(NothingThere::new);
    }

    /** 照会書; after the day by which an answer was asked for the reminder, with a new day. */
    byte[] letter(long personNo, String inquiryNo, LocalDate today) {
        Question question = one(personNo, inquiryNo);
        boolean late = question.isLate(today);
        LocalDate due = late ? today.plusDays(ANSWER_DAYS) : question.answerDue();
        db.sql(
                        """
                        update people.income_inquiry
                        set printed_on = :today, answer_due = :due,
                            reminded_on = case when :late then :today else reminded_on end
                        where person_no = :person and inquiry_no = :no
                        """)
                .param("today", today)
                .param("due", due)
                .param("late", late)
                .param("person", personNo)
                .param("no", inquiryNo)
                .update();
        String name = question.toName();
        return paper.pdf(
                List.of(
                        paper.toMunicipality(
                                text(personNo, question, late, due),
                                name == null ? "地方公共団体コード " + question.toCode() : name,
                                today)));
    }

    private PaperDesk.Text text(long personNo, Question question, boolean late, LocalDate due) {
        boolean income = question.kind().equals("INCOME");
        String about =
                income
                        ? Wording.fiscalYear(question.levyYear()) + "の所得・課税の状況"
                        : "住民票の記載事項（異動年月日、世帯の状況）";
        return db.sql(
                        """
                        select name, name_kana, birth_on, coalesce(from_address, '不詳') as old,
                               moved_in_on
                        from people.person where person_no = ?
                        """)
                .param(personNo)
                .query((row, _) ->
                        new PaperDesk.Text(
                                personNo,
                                question.inquiryNo(),
                                question.kindName() + (late ? "（催促）" : "書"),
                                "後期高齢者医療の事務のため、次の方の%sを照会します。%sまでに下欄に記入して返送してください（高齢者の医療の確保に関する法律第138条）。"
                                        .formatted(about, Wording.date(due)),
                                lines(
                                        income,
                                        row.getString("name"),
                                        row.getString("name_kana"),
                                        Wording.birth(row.getString("birth_on")),
                                        row.getString("old"),
                                        movedIn(row.getObject("moved_in_on", LocalDate.class))),
                                "該当者がいないとき、又は他の市区町村で課税しているときは、その旨を記入してください。"))
                .single();
    }

    private static String movedIn(@Nullable LocalDate day) {
        return day == null ? "不詳" : Wording.date(day);
    }

    private static List<Line> lines(boolean income, String... facts) {
        List<Line> head =
                List.of(
                        new Line("氏名", facts[0]),
                        new Line("氏名（カナ）", facts[1]),
                        new Line("生年月日", facts[2]),
                        new Line("従前の住所", facts[3]),
                        new Line("転入年月日", facts[4]));
        List<Line> blanks =
                (income
                                ? List.of(
                                        "回答区分",
                                        "給与収入額",
                                        "公的年金収入額",
                                        "営業所得額",
                                        "農業所得額",
                                        "不動産所得額",
                                        "その他雑所得額",
                                        "回答年月日・回答者")
                                : List.of("転出年月日", "世帯主氏名・続柄", "世帯員", "回答年月日・回答者"))
                        .stream().map(name -> new Line(name, "")).toList();
        return Stream.concat(head.stream(), blanks.stream()).toList();
    }
}
