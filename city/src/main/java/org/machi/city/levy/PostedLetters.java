package org.machi.city.levy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /** The reason of {@code people.v_not_posted} that only a release lifts. */
    static final String STOPPED = "発行抑止（担当課へ）";

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

    /** Keeps to whom the letters go that don't go to whom they are about. */
    void addressed(List<SlipLetters.Entry> letters) {
        for (SlipLetters.Entry letter : letters) {
            if (letter.addressee() != null) {
                db.sql("UPDATE levy.letter SET addressee_no = ? WHERE letter_no = ?")
                        .params(letter.addressee(), letter.letter().id().letterNo())
                        .update();
            }
        }
    }

    /** The people of these letters to whom nothing is sent, with the reason (発行抑止, 居所不明). */
    Map<Long, String> notPosted(List<SlipLetters.Entry> letters) {
        Map<Long, String> reasons = new HashMap<>();
        db.sql("SELECT person_no, reason FROM people.v_not_posted WHERE person_no = ANY (:people)")
                .param(
                        "people",
                        letters.stream()
                                .flatMap(one ->
                                        Stream.of(
                                                LetterPost.personOf(one),
                                                Objects.requireNonNullElse(
                                                        one.addressee(), LetterPost.personOf(one))))
                                .distinct()
                                .toArray(Long[]::new))
                .query(row -> {
                    reasons.put(row.getLong("person_no"), row.getString("reason"));
                });
        return reasons;
    }

    /** A letter that isn't sent: of whom, of which kind, and why. */
    record NotPosted(LetterId id, String kind, String reason) {}

    /** Enters a letter that isn't sent; it is kept, to be printed after a release. */
    void pullOut(PrintRun.Single letter, NotPosted why, LocalDate day) {
        if (!letter.undrawable().isEmpty()) {
            setAside(letter.undrawable(), why.reason() + "、", why.kind(), day);
            return;
        }
        db.sql(
                        """
                        INSERT INTO levy.letter (letter_no, kind, person_no, issued_on, pulled_out, kept_as)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        why.id().letterNo(),
                        why.kind(),
                        why.id().personNo(),
                        day,
                        why.reason(),
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

    /** 返戻 that somebody at the counter entered; what the print shop told already stays. */
    public void cameBack(
            String letterNo, long personNo, String kind, String result, LocalDate day) {
        db.sql(
                        """
                        INSERT INTO levy.letter_result (bundle, letter_no, kind, person_no, result, result_on, file_id)
                        VALUES ('', ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING
                        """)
                .params(letterNo, kind, personNo, result, day)
                .update();
    }

    /** Letters that wait to be written otherwise. */
    public long waiting() {
        return db.sql(
                        "SELECT count(*) FROM levy.letter WHERE pulled_out IS NOT NULL AND settled_on IS NULL")
                .query(Long.class)
                .single();
    }

    /**
     * 宛名番号 of whom a letter that waits is about and, where it is somebody else, of whom it goes to.
     */
    public List<Long> waitsFor(String letterNo) {
        return db.sql(
                        """
                        SELECT DISTINCT unnest(ARRAY[person_no, coalesce(addressee_no, person_no)]) FROM levy.letter
                        WHERE letter_no = ? AND pulled_out IS NOT NULL AND settled_on IS NULL ORDER BY 1
                        """)
                .param(letterNo)
                .query(Long.class)
                .list();
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
