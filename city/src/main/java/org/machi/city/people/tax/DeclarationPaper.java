package org.machi.city.people.tax;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import org.machi.city.people.paper.PaperDesk;
import org.machi.platform.forms.PrintResult;
import org.machi.platform.forms.Wording;
import org.machi.platform.forms.letters.PlainLetter;
import org.machi.platform.forms.letters.PlainLetter.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 簡易申告書 on paper. */
@Component
class DeclarationPaper {

    private final JdbcClient db;
    private final PaperDesk paper;

    DeclarationPaper(JdbcClient db, PaperDesk paper) {
        this.db = db;
        this.paper = paper;
    }

    /** Draws the forms of these people; the result's index names those that were drawn. */
    PrintResult print(
            List<Long> people,
            int levyYear,
            LocalDate returnBy,
            LocalDate day,
            ByteArrayOutputStream target) {
        return paper.print(
                people.stream().map(person -> letter(person, levyYear, returnBy, day)).toList(),
                target);
    }

    private PlainLetter letter(long personNo, int levyYear, LocalDate returnBy, LocalDate day) {
        String incomes = Wording.date(LocalDate.of(levyYear - 1, 1, 1)).replaceFirst("1月1日$", "中");
        PaperDesk.Text text =
                db.sql("select name, birth_text from people.v_person where person_no = ?")
                        .param(personNo)
                        .query((row, _) ->
                                new PaperDesk.Text(
                                        personNo,
                                        "%d%015d".formatted(levyYear, personNo),
                                        "後期高齢者医療 簡易申告書",
                                        "後期高齢者医療保険料の軽減及び一部負担金の割合の判定に必要なため、%sの収入を記入して%sまでに提出してください。収入がなかった方も提出が必要です（高齢者の医療の確保に関する法律第137条）。"
                                                .formatted(incomes, Wording.date(returnBy)),
                                        lines(row.getString("name"), row.getString("birth_text")),
                                        "申告書を提出いただけないときは、世帯の均等割額の軽減ができないことがあります。税務署又は市の税務担当課に申告した方は、提出の必要はありません。"))
                        .single();
        return paper.toPerson(text, day);
    }

    private static List<Line> lines(String name, String birth) {
        return List.of(
                new Line("申告する人", name),
                new Line("生年月日", Wording.birth(birth)),
                new Line("収入の有無（○で囲む）", "　あり　　・　　なし（扶養・遺族年金・障害年金・預貯金 など）"),
                new Line("給与収入額", ""),
                new Line("公的年金収入額", ""),
                new Line("営業所得額", ""),
                new Line("農業所得額", ""),
                new Line("不動産所得額", ""),
                new Line("その他雑所得額", ""),
                new Line("提出日", ""),
                new Line("電話番号", ""),
                new Line("記入した人（本人との関係）", ""));
    }
}
