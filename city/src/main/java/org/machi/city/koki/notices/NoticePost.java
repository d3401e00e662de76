package org.machi.city.koki.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.letters.LetterOffice;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.law.BusinessCalendar;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.FileStore;
import org.machi.platform.files.Outbox;
import org.machi.platform.files.OutgoingFile;
import org.machi.platform.forms.FontSet;
import org.machi.platform.forms.IndexEntry;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.PrintResult;
import org.machi.platform.forms.PrintRun;
import org.machi.platform.forms.Undrawable;
import org.machi.platform.forms.letters.Heading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters about eligibility: in bundles to the print shop, or one by one on the desk's printer.
 * Each is entered in the book; one that can't be drawn or must not be posted waits there with the
 * reason.
 */
@Component
public class NoticePost {

    private static final int LETTERS_PER_BUNDLE = 5_000;
    private static final String PRINT_SHOP = "PRINT";
    private static final String UNDRAWABLE = "描けない文字";

    private final JdbcClient db;
    private final Outbox outbox;
    private final LetterOffice office;
    private final OrganisationSettings settings;
    private final FileStore store;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    NoticePost(
            JdbcClient db,
            Outbox outbox,
            LetterOffice office,
            OrganisationSettings settings,
            FileStore store) {
        this.db = db;
        this.outbox = outbox;
        this.office = office;
        this.settings = settings;
        this.store = store;
    }

    /**
     * A letter with what the book and the index say of it.
     *
     * @param kind 帳票種別コード
     * @param subject 証管理番号 or 受付番号
     */
    public record Notice(
            Letter letter, String kind, String title, String subject, Addressee addressee) {

        /** 発送番号. */
        public String letterNo() {
            return letter.id().letterNo();
        }
    }

    /** Heads of letters with their numbers, drawn in one go. */
    public List<Heading> headings(List<Addressee> to, String kind, LocalDate day) {
        List<String> numbers =
                db.sql("select nextval('koki.notice_no')::text from generate_series(1, ?)")
                        .param(to.size())
                        .query(String.class)
                        .list();
        LetterOffice.Head head = office.on(day);
        List<Heading> headings = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            String no = numbers.get(i);
            headings.add(
                    new Heading(
                            new LetterId(no, to.get(i).personNo(), kind),
                            head.documentNo(no),
                            day,
                            head.office(),
                            to.get(i).to(),
                            to.get(i).insured()));
        }
        return headings;
    }

    /** Sends the letters to the print shop; returns how many were printed. */
    public long send(List<Notice> notices, LocalDate day, Actor actor) {
        List<Notice> posted = new ArrayList<>();
        for (Notice notice : notices) {
            if (notice.addressee().pulledOut().isEmpty()) {
                posted.add(notice);
            } else {
                stopped(notice, day);
            }
        }
        long printed = 0;
        for (int from = 0; from < posted.size(); from += LETTERS_PER_BUNDLE) {
            int to = Math.min(from + LETTERS_PER_BUNDLE, posted.size());
            printed += bundle(posted.subList(from, to), day, actor);
        }
        return printed;
    }

    private long bundle(List<Notice> notices, LocalDate day, Actor actor) {
        Map<String, Notice> byNo = new HashMap<>();
        notices.forEach(notice -> byNo.put(notice.letterNo(), notice));
        try (OutgoingFile file =
                outbox.open(Dispatch.of(FileKind.PRINT_INDEX, PRINT_SHOP, day, actor))) {
            PrintResult result =
                    PrintRun.into(fonts(), n -> file.attach("pdf"))
                            .pagesPerBundle(Integer.MAX_VALUE)
                            .print(notices.stream().map(Notice::letter).iterator());
            result.undrawable().stream()
                    .map(Undrawable::letterNo)
                    .distinct()
                    .map(byNo::get)
                    .forEach(notice -> enterPulledOut(notice, UNDRAWABLE, "", day));
            if (result.index().isEmpty()) {
                return 0;
            }
            String bundle = file.header().fileName().replace(".csv", "");
            for (IndexEntry entry : result.index()) {
                Notice notice = byNo.get(entry.letter().letterNo());
                if (notice != null) {
                    file.write(row(bundle, entry, notice, calendar.next(day)));
                }
            }
            enter(result.index(), byNo, day, new Lying(file.finish().id(), bundle));
            return result.index().size();
        }
    }

    private static Row row(String bundle, IndexEntry entry, Notice notice, LocalDate postOn) {
        String postcode = notice.addressee().to().postcode().replace("-", "");
        return PrintIndexFile.LAYOUT
                .row()
                .set(PrintIndexFile.BUNDLE, bundle)
                .set(PrintIndexFile.LETTER_NO, notice.letterNo())
                .set(PrintIndexFile.KIND, notice.kind())
                .set(PrintIndexFile.PERSON_NO, notice.addressee().personNo())
                .set(
                        PrintIndexFile.ADDRESSEE,
                        notice.addressee().to().name() + notice.addressee().to().careOf())
                .set(PrintIndexFile.POSTAL_CODE, postcode.isEmpty() ? null : postcode)
                .set(PrintIndexFile.ADDRESS, notice.addressee().to().town())
                .set(PrintIndexFile.FIRST_PAGE, (long) entry.firstPage())
                .set(PrintIndexFile.PAGES, (long) entry.pages())
                .set(PrintIndexFile.AMOUNT, 0L)
                .set(PrintIndexFile.POST_ON, postOn)
                .build();
    }

    /** The bundle by its file and its name. */
    private record Lying(long file, String bundle) {}

    private void enter(
            List<IndexEntry> index, Map<String, Notice> byNo, LocalDate day, Lying lying) {
        List<Notice> notices =
                index.stream().map(entry -> byNo.get(entry.letter().letterNo())).toList();
        db.sql(
                        """
                        insert into koki.notice (letter_no, kind, person_no, insured_no, title, subject, issued_on, file_id, bundle,
                                                 first_page, pages)
                        select letter_no, kind, person_no, nullif(insured_no, ''), title, subject, :day, :file, :bundle, first, pages
                        from unnest(:numbers::text[], :kinds::text[], :people::bigint[], :insured::text[], :titles::text[],
                                    :subjects::text[], :first::integer[], :pages::integer[])
                            as l (letter_no, kind, person_no, insured_no, title, subject, first, pages)
                        """)
                .param("day", day)
                .param("file", lying.file())
                .param("bundle", lying.bundle())
                .param("numbers", notices.stream().map(Notice::letterNo).toArray(String[]::new))
                .param("kinds", notices.stream().map(Notice::kind).toArray(String[]::new))
                .param(
                        "people",
                        notices.stream().map(n -> n.addressee().personNo()).toArray(Long[]::new))
                .param(
                        "insured",
                        notices.stream()
                                .map(n -> n.addressee().insured().insuredNo())
                                .toArray(String[]::new))
                .param("titles", notices.stream().map(Notice::title).toArray(String[]::new))
                .param("subjects", notices.stream().map(Notice::subject).toArray(String[]::new))
                .param("first", index.stream().map(IndexEntry::firstPage).toArray(Integer[]::new))
                .param("pages", index.stream().map(IndexEntry::pages).toArray(Integer[]::new))
                .update();
    }

    /** A notice that may not go out is kept, to be printed when somebody released it. */
    private void stopped(Notice notice, LocalDate day) {
        PrintRun.Single single = PrintRun.single(fonts(), notice.letter());
        String reason = notice.addressee().pulledOut();
        if (single.undrawable().isEmpty()) {
            enterPulledOut(notice, reason, store.keep(single.pdf(), day), day);
        } else {
            enterPulledOut(notice, reason + "、" + UNDRAWABLE, "", day);
        }
    }

    private void enterPulledOut(
            @Nullable Notice notice, String reason, String keptAs, LocalDate day) {
        if (notice != null) {
            db.sql(
                            """
                            insert into koki.notice (letter_no, kind, person_no, insured_no, title, subject, issued_on, pulled_out,
                                                     kept_as)
                            values (?, ?, ?, nullif(?, ''), ?, ?, ?, ?, nullif(?, ''))
                            """)
                    .params(
                            notice.letterNo(),
                            notice.kind(),
                            notice.addressee().personNo(),
                            notice.addressee().insured().insuredNo(),
                            notice.title(),
                            notice.subject(),
                            day,
                            reason,
                            keptAs)
                    .update();
        }
    }

    /** A letter as a PDF of its own, for the desk's printer. */
    public byte[] print(Letter letter) {
        PrintRun.Single single = PrintRun.single(fonts(), letter);
        if (!single.undrawable().isEmpty()) {
            throw new Unprintable(single.undrawable().getFirst());
        }
        return single.pdf();
    }

    private FontSet fonts() {
        return FontSet.find(settings.folder());
    }
}
