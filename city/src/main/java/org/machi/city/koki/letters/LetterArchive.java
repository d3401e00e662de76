package org.machi.city.koki.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.files.FileStore;
import org.machi.platform.forms.IndexEntry;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.PageCut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters that were issued, by this office or about money (levy.v_letter): the list of a person's,
 * and the pages of one, cut from the kept bundle or kept alone when it was stopped.
 */
@Component
public class LetterArchive {

    private final JdbcClient db;
    private final FileStore store;

    LetterArchive(JdbcClient db, FileStore store) {
        this.db = db;
        this.store = store;
    }

    /**
     * A letter.
     *
     * @param levyYear null for letters of the collection office, which tell it in their own words
     * @param pulledOut why it was not printed, or empty
     * @param drawn its pages are at hand: in a bundle, or kept until its person is released
     * @param result what the print shop or the post office told, or empty
     */
    public record Sent(
            String letterNo,
            long personNo,
            String title,
            @Nullable Integer levyYear,
            LocalDate issuedOn,
            int pages,
            String pulledOut,
            boolean drawn,
            String result) {}

    /** The letters of a person, the newest first. */
    public List<Sent> of(long personNo) {
        return db.sql(
                        """
                        select l.letter_no, l.title, l.levy_year, l.issued_on, coalesce(l.pages, 0) as pages,
                               coalesce(l.pulled_out, '') as pulled_out,
                               l.pulled_out is null or l.kept_as is not null as drawn,
                               coalesce((
                                   select case when r.result = '01' then '発送済' when r.result = '02' then '引抜き'
                                               when r.result = '03' then '作り直し' else '返戻' end || ' ' || r.result_on
                                   from levy.letter_result r where r.letter_no = l.letter_no
                                   order by r.result_on desc, r.result desc limit 1), '') as result
                        from (select letter_no, person_no, title, levy_year, issued_on, pages, pulled_out, kept_as
                              from koki.letter
                              union all
                              select letter_no, person_no, title, null, issued_on, pages, pulled_out, kept_as from koki.notice
                              union all
                              select letter_no, person_no, title, null, issued_on, pages, pulled_out, kept_as from levy.v_letter) l
                        where l.person_no = :no order by l.issued_on desc, l.letter_no desc
                        """)
                .param("no", personNo)
                .query((row, n) ->
                        new Sent(
                                row.getString("letter_no"),
                                personNo,
                                row.getString("title"),
                                row.getObject("levy_year", Integer.class),
                                row.getObject("issued_on", LocalDate.class),
                                row.getInt("pages"),
                                row.getString("pulled_out"),
                                row.getBoolean("drawn"),
                                row.getString("result")))
                .list();
    }

    /** 宛名番号 of whom a letter of this person went to, when that is somebody else (連帯納付義務者). */
    public Optional<Long> addressee(long personNo, String letterNo) {
        return db.sql(
                        """
                        select addressee_no from levy.v_letter
                        where letter_no = ? and person_no = ? and addressee_no <> person_no
                        """)
                .params(letterNo, personNo)
                .query(Long.class)
                .optional();
    }

    /** The pages of one letter of this person as a PDF; nothing when it was never printed. */
    public Optional<byte[]> pages(long personNo, String letterNo) {
        return db.sql(
                        """
                        select l.letter_no, l.person_no, l.kind, l.first_page, l.pages, a.stored_as, l.kept_as
                        from (select letter_no, person_no, kind, first_page, pages, file_id, bundle, kept_as from koki.letter
                              union all
                              select letter_no, person_no, kind, first_page, pages, file_id, bundle, kept_as from koki.notice
                              union all
                              select letter_no, person_no, kind, first_page, pages, file_id, bundle, kept_as from levy.v_letter) l
                        left join files.attachment a on a.file_id = l.file_id and a.name = l.bundle || '.pdf'
                        where l.letter_no = :letter and l.person_no = :person
                          and (a.stored_as is not null or l.kept_as is not null)
                        """)
                .param("letter", letterNo)
                .param("person", personNo)
                .query((row, n) ->
                        row.getString("kept_as") != null
                                ? read(row.getString("kept_as"))
                                : PageCut.cut(
                                        read(row.getString("stored_as")),
                                        new IndexEntry(
                                                1,
                                                new LetterId(
                                                        letterNo, personNo, row.getString("kind")),
                                                row.getInt("first_page"),
                                                row.getInt("pages"))))
                .optional();
    }

    private byte[] read(@Nullable String storedAs) {
        try (InputStream bundle = store.open(Objects.requireNonNull(storedAs))) {
            return bundle.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
