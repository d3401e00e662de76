package org.machi.city.levy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.machi.platform.forms.IndexEntry;
import org.machi.platform.forms.Undrawable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 通知書の控え of the collection office: where a letter's pages lie, or why it was pulled out of the
 * bundle. A letter that was pulled out waits here until somebody has written and sent it otherwise.
 */
@Component
public class PostedLetters {

    private final JdbcClient db;

    PostedLetters(JdbcClient db) {
        this.db = db;
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
                        .params(letterNo, kind, letter.person(), day, letter.reason())
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

    /** Enters letters that may not be issued; they wait for a release. */
    void pullOut(List<SlipLetters.Entry> letters, String kind, LocalDate day) {
        for (SlipLetters.Entry letter : letters) {
            db.sql(
                            """
                            INSERT INTO levy.letter (letter_no, kind, person_no, issued_on, pulled_out)
                            VALUES (?, ?, ?, ?, ?)
                            """)
                    .params(
                            letter.letter().id().letterNo(),
                            kind,
                            LetterPost.personOf(letter),
                            day,
                            "発行抑止（担当課へ）")
                    .update();
        }
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
