package org.machi.city.levy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.machi.platform.files.FileStore;
import org.machi.platform.forms.IndexEntry;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.PrintRun;
import org.machi.platform.forms.Undrawable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 通知書の控え of the collection office: where a letter's pages lie, or why it was pulled out of the
 * bundle. A letter that was pulled out waits here until somebody has written and sent it otherwise.
 */
@Component
public class PostedLetters {

    private static final String STOPPED = "発行抑止（担当課へ）";

    private final JdbcClient db;
    private final FileStore store;

    PostedLetters(JdbcClient db, FileStore store) {
        this.db = db;
        this.store = store;
    }

    /** The bundle by its file and its name. */
    record Bundle(long file, String name) {}

    /** Enters printed letters as a set. */
    void printed(List<IndexEntry> letters, String kind, LocalDate day, Bundle bundle) {
        db.sql(
                        """
                        INSERT INTO levy.letter (letter_no, kind, person_no, issued_on, file_id, bundle, first_page, pages)
                        SELECT letter_no, :kind, person_no, :day, :file, :bundle, first_page, pages
                        FROM unnest(:numbers::text[], :people::bigint[], :first::integer[], :pages::integer[])
                            AS l (letter_no, person_no, first_page, pages)
                        """)
                .param("kind", kind)
                .param("day", day)
                .param("file", bundle.file())
                .param("bundle", bundle.name())
                .param(
                        "numbers",
                        letters.stream().map(one -> one.letter().letterNo()).toArray(String[]::new))
                .param(
                        "people",
                        letters.stream().map(one -> one.letter().personNo()).toArray(Long[]::new))
                .param("first", letters.stream().map(IndexEntry::firstPage).toArray(Integer[]::new))
                .param("pages", letters.stream().map(IndexEntry::pages).toArray(Integer[]::new))
                .update();
    }

    /** Enters letters that no font at hand can draw, each with its items and characters. */
    void setAside(List<Undrawable> characters, String kind, LocalDate day) {
        setAside(characters, "", kind, day);
    }

    private void setAside(List<Undrawable> characters, String also, String kind, LocalDate day) {
        Map<String, PulledOut> letters = new TreeMap<>();
        for (Undrawable one : characters) {
            String reason = "%s「%s」（%s）".formatted(one.field(), one.character(), one.codePoints());
            letters.merge(one.letterNo(), new PulledOut(one.personNo(), reason), PulledOut::and);
        }
        letters.forEach((letterNo, letter) ->
                db.sql(
                                """
                                INSERT INTO levy.letter (letter_no, kind, person_no, issued_on, pulled_out)
                                VALUES (?, ?, ?, ?, ?)
                                """)
                        .params(letterNo, kind, letter.person(), day, also + letter.reason())
                        .update());
    }

    /** The people of these letters of whom nothing may be issued (発行抑止, 支援措置). */
    Set<Long> stopped(List<SlipLetters.Entry> letters) {
        return Set.copyOf(
                db.sql(
                                "SELECT person_no FROM people.v_stop WHERE issue AND person_no = ANY (:people)")
                        .param(
                                "people",
                                letters.stream().map(LetterPost::personOf).toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /** Enters a letter that may not be issued; it is kept, to be printed after a release. */
    void pullOut(PrintRun.Single letter, LetterId id, String kind, LocalDate day) {
        if (!letter.undrawable().isEmpty()) {
            setAside(letter.undrawable(), STOPPED + "、", kind, day);
            return;
        }
        db.sql(
                        """
                        INSERT INTO levy.letter (letter_no, kind, person_no, issued_on, pulled_out, kept_as)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.letterNo(),
                        kind,
                        id.personNo(),
                        day,
                        STOPPED,
                        store.keep(letter.pdf(), day))
                .update();
    }

    private record PulledOut(long person, String reason) {

        PulledOut and(PulledOut more) {
            return reason.contains(more.reason)
                    ? this
                    : new PulledOut(person, reason + "、" + more.reason);
        }
    }

    /** Letters that wait to be written otherwise. */
    public long waiting() {
        return db.sql(
                        "SELECT count(*) FROM levy.letter WHERE pulled_out IS NOT NULL AND settled_on IS NULL")
                .query(Long.class)
                .single();
    }

    /** Somebody has written and sent it; false when it doesn't wait. */
    public boolean settle(String letterNo, LocalDate day) {
        return db.sql(
                                """
                                UPDATE levy.letter SET settled_on = :day
                                WHERE letter_no = :letter AND pulled_out IS NOT NULL AND settled_on IS NULL
                                """)
                        .param("day", day)
                        .param("letter", letterNo)
                        .update()
                == 1;
    }
}
