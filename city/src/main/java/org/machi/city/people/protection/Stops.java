package org.machi.city.people.protection;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 抑止: the one place that says what of a person may not be shown, issued or changed today, and for
 * whom it is released.
 */
@Component
public class Stops {

    /** 支援措置対象者の照会. */
    public static final String PROTECTED = "people.protected";

    /** 抑止の責任者: what an office stopped does not stop this clerk from looking. */
    public static final String KEEPER = "people.suppress.keep";

    /** Minutes for which an opened look stays open. */
    private static final int OPEN_MINUTES = 30;

    private final JdbcClient db;

    Stops(JdbcClient db) {
        this.db = db;
    }

    /** What a stop is about. */
    public enum Of {
        LOOK("照会"),
        ISSUE("発行"),
        CHANGE("異動");

        private final String label;

        Of(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What stands against a person today.
     *
     * @param guarded 支援措置, provisional or decided, whoever entered it
     */
    public record Stop(boolean guarded, boolean look, boolean issue, boolean change) {

        static final Stop NONE = new Stop(false, false, false, false);

        boolean of(Of what) {
            return switch (what) {
                case LOOK -> look;
                case ISSUE -> issue;
                case CHANGE -> change;
            };
        }

        /** The neutral words: nothing of the reason. */
        public String words() {
            String kinds =
                    Set.of(Of.values()).stream()
                            .filter(this::of)
                            .sorted()
                            .map(Of::label)
                            .collect(Collectors.joining("・"));
            return kinds.isEmpty() ? "" : kinds + "抑止";
        }
    }

    public Stop of(long personNo) {
        return db.sql("select guarded, look, issue, change from people.v_stop where person_no = ?")
                .param(personNo)
                .query((row, _) ->
                        new Stop(
                                row.getBoolean("guarded"),
                                row.getBoolean("look"),
                                row.getBoolean("issue"),
                                row.getBoolean("change")))
                .optional()
                .orElse(Stop.NONE);
    }

    /** Whether the clerk's duties open the person, or a release that somebody else granted. */
    public boolean opens(long personNo, Clerk clerk) {
        return opens(personNo, of(personNo), clerk);
    }

    boolean opens(long personNo, Stop stop, Clerk clerk) {
        if (!stop.look()) {
            return true;
        }
        return clerk.may(stop.guarded() ? PROTECTED : KEEPER) || released(personNo, Of.LOOK, clerk);
    }

    /** Why a letter or certificate of the person may not be issued now; empty when it may. */
    public Optional<String> againstIssue(long personNo, Clerk clerk) {
        return of(personNo).issue() && !released(personNo, Of.ISSUE, clerk)
                ? Optional.of("発行抑止中です。担当課で抑止の解除（理由と別の職員の承認）を受けてから発行してください。")
                : Optional.empty();
    }

    /** Whether somebody granted this clerk the deed and it was not done yet. */
    boolean released(long personNo, Of what, Clerk clerk) {
        return db.sql(
                        """
                        select exists (
                            select from people.release r, office.business_date d
                            where r.person_no = :person and r.asked_by = :clerk and r.deed = :deed and r.asked_on = d.day
                              and (r.state = 'GRANTED'
                                   or :deed = 'LOOK' and r.state = 'USED'
                                      and r.used_at > clock_timestamp() - make_interval(mins => :minutes)))
                        """)
                .param("person", personNo)
                .param("clerk", clerk.staffNo())
                .param("deed", what.name())
                .param("minutes", OPEN_MINUTES)
                .query(Boolean.class)
                .single();
    }

    /** The deed is done, the release is spent; a look stays open for some minutes. */
    void spend(long personNo, Of what, Clerk clerk) {
        db.sql(
                        """
                        update people.release set state = 'USED', used_at = clock_timestamp()
                        where person_no = :person and asked_by = :clerk and deed = :deed and state = 'GRANTED'
                        """)
                .param("person", personNo)
                .param("clerk", clerk.staffNo())
                .param("deed", what.name())
                .update();
    }

    /**
     * Those words of a file's line that tell of somebody whom the clerk may not see: 宛名番号, 被保険者番号,
     * name or kana.
     */
    public Set<String> telling(Collection<String> words, Clerk clerk) {
        if (words.isEmpty() || (clerk.may(PROTECTED) && clerk.may(KEEPER))) {
            return Set.of();
        }
        return Set.copyOf(
                db.sql(
                                """
                                select w.word from unnest(:words) as w (word)
                                join (select p.person_no::text as word from people.v_stop s
                                      join people.person p using (person_no) where s.look and s.guarded is distinct from cast(:sees as boolean)
                                      union
                                      select k.insured_no from people.v_stop s join koki.insured k using (person_no)
                                      where s.look and s.guarded is distinct from cast(:sees as boolean)
                                      union
                                      select t.text from people.v_stop s join people.person p using (person_no)
                                      cross join lateral (values (p.name_key), (p.kana_key), (p.alias_kana_key)) t (text)
                                      where s.look and s.guarded is distinct from cast(:sees as boolean)) k
                                  on k.word in (ltrim(w.word, '0'), w.word, people.name_key(w.word), people.kana_key(w.word))
                                """)
                        .param("words", words.toArray(String[]::new))
                        .param("sees", clerk.may(PROTECTED) ? Boolean.TRUE : null)
                        .query(String.class)
                        .list());
    }
}
