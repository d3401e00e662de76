package org.machi.city.koki.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machi.city.koki.letters.LetterArchive;
import org.machi.city.koki.notices.Addressees;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.city.koki.notices.NoticePost;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.desk.Show;
import org.machi.platform.forms.PageCut;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Recipient;
import org.machi.platform.forms.letters.StatementLetter;
import org.machi.platform.forms.letters.StatementLetter.Line;
import org.machi.platform.forms.letters.StatementLetter.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is printed about a letter that came back: it again behind a 送付状, or the 告示文 of its 公示送達. */
@Component
class MailPrints {

    private static final String OTHER = "99";
    private static final Recipient NOBODY = new Recipient("", "", "", "", "", "");

    private final NoticePost post;
    private final LetterArchive archive;
    private final JdbcClient db;
    private final Show show = new Show();

    MailPrints(NoticePost post, LetterArchive archive, JdbcClient db) {
        this.post = post;
        this.archive = archive;
        this.db = db;
    }

    Addressee addressee(long personNo, LocalDate today) {
        return db.sql(
                        "select "
                                + Addressees.COLUMNS
                                + """
                                , coalesce((select max(k.insured_no) from koki.insured k where k.person_no = v.person_no), '') as insured_no
                                from %s where v.person_no = :person
                                """
                                        .formatted(Addressees.SOURCE))
                .param("person", personNo)
                .param("today", today)
                .query((row, _) -> Addressees.of(row, row.getString("insured_no")))
                .optional()
                .orElseThrow(NothingThere::new);
    }

    /** The letter's own pages behind a new address. */
    byte[] again(ReturnedMail.Line line, LocalDate today) {
        Addressee to = addressee(line.personNo(), today);
        byte[] cover =
                post.print(
                        new StatementLetter(
                                heading(to, today),
                                "通知書の再送について",
                                Signer.MAYOR,
                                "先にお送りした次の通知書が郵便局から戻りましたので、送付先を改めて再びお送りします。",
                                List.of(
                                        new Line("通知書", line.title()),
                                        new Line("通知番号", line.letterNo()),
                                        new Line("はじめの発送日", show.date(line.issuedOn())),
                                        new Line("返戻の理由", line.cause())),
                                List.of("納期限などの期日は、はじめの通知書のとおりです。お困りのことがあるときはご相談ください。")));
        Optional<byte[]> pages = archive.pages(line.aboutNo(), line.letterNo());
        return pages.map(own -> PageCut.joined(List.of(cover, own))).orElse(cover);
    }

    /** 告示文 as it is posted: whom and what, where it is kept, and from when it counts as served. */
    byte[] notice(ReturnedMail.Line line, LocalDate today) {
        LocalDate from = line.publishedOn() == null ? today : line.publishedOn();
        Addressee to = addressee(line.personNo(), today);
        Addressee board = new Addressee(line.personNo(), NOBODY, to.insured(), to.pulledOut());
        Heading heading = heading(board, from);
        return post.print(
                new StatementLetter(
                        heading,
                        "公　示　送　達",
                        Signer.MAYOR,
                        "次の書類は、送達を受けるべき者の住所及び居所が明らかでないため送達することができません。地方税法第20条の2の例により公示送達します。書類は%sで保管しており、いつでも交付します。"
                                .formatted(heading.office().city() + heading.office().section()),
                        List.of(
                                new Line("送達する書類", line.title()),
                                new Line("書類の発送番号", line.letterNo()),
                                new Line("送達を受けるべき者", to.insured().name()),
                                new Line("最後の住所", to.insured().address()),
                                new Line("告示の文書番号", line.noticeNo() == null ? "" : line.noticeNo()),
                                new Line("掲示を始める日", show.date(from))),
                        List.of(
                                "掲示を始めた日から起算して7日を経過したとき（%s）に、書類の送達があったものとみなします。"
                                        .formatted(
                                                show.date(
                                                        from.plusDays(
                                                                MailDeeds.DAYS_OF_NOTICE))))));
    }

    private Heading heading(Addressee to, LocalDate day) {
        return post.headings(List.of(to), OTHER, day).getFirst();
    }
}
