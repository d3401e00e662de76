package org.machi.city.people.protection;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.machi.platform.desk.ChangedMeanwhile;
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

    private static final String CHANGE_STOPPED = "異動抑止中です。担当課で抑止の解除（理由と別の職員の承認）を受けてから入力してください。";

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
        return !stop.look() || mayLook(stop.guarded(), clerk) || released(personNo, Of.LOOK, clerk);
    }

    /** Whether the clerk's duties open somebody whose look is stopped. */
    public static boolean mayLook(boolean guarded, Clerk clerk) {
        return clerk.may(guarded ? PROTECTED : KEEPER);
    }

    /**
     * @throws ChangedMeanwhile when the person's 異動 is stopped and not released for this clerk
     */
    void requireChange(long personNo, Clerk clerk) {
        if (of(personNo).change() && !released(personNo, Of.CHANGE, clerk)) {
            throw new ChangedMeanwhile(CHANGE_STOPPED);
        }
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
        return among(TELLING, words, clerk);
    }

    /**
     * Those words that tell where somebody is or was whom the clerk may not see, or how to call
     * that person: each part of every address on record, 送付先, telephones.
     */
    public Set<String> places(Collection<String> words, Clerk clerk) {
        return among(PLACES, words, clerk);
    }

    private Set<String> among(String sql, Collection<String> words, Clerk clerk) {
        if (words.isEmpty() || (clerk.may(PROTECTED) && clerk.may(KEEPER))) {
            return Set.of();
        }
        return Set.copyOf(
                db.sql(sql)
                        .param("words", words.toArray(String[]::new))
                        .param("sees", clerk.may(PROTECTED) ? Boolean.TRUE : null)
                        .query(String.class)
                        .list());
    }

    /** The words are brought into each form once and compared as a set. */
    private static final String TELLING =
            """
            with asked as materialized (
                select distinct w.word, k.key from unnest(:words) as w (word)
                cross join lateral (values (ltrim(w.word, '0')), (w.word), (people.name_key(w.word)),
                                           (people.kana_key(w.word))) as k (key)),
            hidden as materialized (
                select s.person_no from people.v_stop s
                where s.look and s.guarded is distinct from cast(:sees as boolean)),
            known as (
                select person_no::text as key from hidden
                union all
                select k.insured_no from hidden join koki.insured k using (person_no)
                union all
                select t.text from hidden join people.person p using (person_no)
                cross join lateral (values (p.name_key), (p.kana_key), (p.alias_kana_key)) t (text))
            select distinct a.word from asked a join known k using (key)
            """;

    private static final String PLACES =
            """
            with asked as materialized (
                select distinct w.word, k.key from unnest(:words) as w (word)
                cross join lateral (values (people.name_key(w.word)), (people.kana_key(w.word)),
                                           (translate(w.word, '-－() ', ''))) as k (key)
                where k.key <> ''),
            hidden as materialized (
                select s.person_no from people.v_stop s
                where s.look and s.guarded is distinct from cast(:sees as boolean)),
            known as (
                select people.name_key(t.text) as key from hidden join people.person_history h using (person_no)
                cross join lateral (values (h.town), (h.lot), (h.building), (h.town || h.lot), (h.lot || h.building),
                    (h.city || h.town || coalesce(h.lot, '')), (h.prefecture || h.city || h.town || coalesce(h.lot, '')),
                    (h.prefecture || h.city || h.town || coalesce(h.lot, '') || h.building), (h.from_address), (h.to_address),
                    (h.facility)) t (text)
                union
                select people.kana_key(t.text) from hidden join people.person_history h using (person_no)
                cross join lateral (values (h.address_kana), (h.building_kana)) t (text)
                union
                select translate(t.text, '-－() ', '') from hidden join people.person_history h using (person_no)
                cross join lateral (values (h.phone), (h.postal_code)) t (text)
                union
                select people.name_key(m.address) from hidden join people.mailing_address m using (person_no)
                union
                select translate(m.postal_code, '-－() ', '') from hidden join people.mailing_address m using (person_no)
                union
                select translate(c.phone, '-－() ', '') from hidden join people.contact c using (person_no))
            select distinct a.word from asked a join known k using (key)
            """;
}
