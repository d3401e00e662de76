package org.machi.city.people;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 所得情報 of an insured person whose number is merged: they come under the number that goes on and are
 * told to the union under the one with the insurance. Opened before links change; {@link #follow}
 * tells what the change means for incomes that are on record already.
 */
final class MergedIncomes {

    /** The number under which the union knows somebody, and the one that goes on. */
    private record Link(long kept, long root) {}

    private final JdbcClient db;
    private final Set<Link> before;

    MergedIncomes(JdbcClient db) {
        this.db = db;
        this.before = links();
    }

    private Set<Link> links() {
        return new HashSet<>(
                db.sql("select person_no as kept, root_no as root from people.v_union_keeper")
                        .query(Link.class)
                        .list());
    }

    /**
     * Tells the incomes of new links under the insured number, and takes them back of parted ones.
     */
    void follow(LocalDate today) {
        Set<Link> now = links();
        run(TELL, now.stream().filter(link -> !before.contains(link)).toList(), today);
        List<Link> parted = before.stream().filter(link -> !now.contains(link)).toList();
        run(TELL_OWN, parted, today);
        run(TAKE_BACK, parted, today);
        run(TELL_ROOT, parted, today);
    }

    private void run(String statement, List<Link> links, LocalDate today) {
        if (links.isEmpty()) {
            return;
        }
        db.sql(LINKS + statement)
                .param("kept", links.stream().map(Link::kept).toArray(Long[]::new))
                .param("root", links.stream().map(Link::root).toArray(Long[]::new))
                .param("today", today)
                .update();
    }

    private static final String LINKS =
            """
            with link as (
                select l.kept, l.root, cast(:today as date) as today
                from unnest(cast(:kept as bigint[]), cast(:root as bigint[])) as l (kept, root))
            """;

    /**
     * What was told under the other number, where the insured one has no declared income itself.
     */
    private static final String TELL =
            """
            delete from people.tax_sent s using link l
            where s.person_no = l.root and not exists (
                select from people.tax_fact o where o.person_no = l.kept and o.levy_year = s.levy_year and o.current
                  and o.change <> '3' and o.undeclared not in ('1', '3'))
            """;

    /** The insured number's own income counts again. */
    private static final String TELL_OWN =
            """
            delete from people.tax_sent s using link l
            where s.person_no = l.kept and exists (
                select from people.tax_sent t where t.person_no = l.root and t.levy_year = s.levy_year)
            """;

    /** Where it has none, the union hears a 取消 of what it was told under this number. */
    private static final String TAKE_BACK =
            """
            , told as (
                select l.kept, l.today, t.* from link l
                join people.tax_fact t on t.person_no = l.root and t.current and t.change <> '3'
                join people.tax_sent s on s.person_no = t.person_no and s.levy_year = t.levy_year and s.version = t.version
                where not exists (select from people.tax_fact o
                                  where o.person_no = l.kept and o.levy_year = t.levy_year and o.current))
            insert into people.tax_fact (insurer_no, home_code, person_kind, person_no, levy_year, municipality_code, change,
                corrected_on, correction_reason, taxed, undeclared, transition, base_given, reduction_given, low_given,
                share_given, version, current, known_on)
            select insurer_no, home_code, person_kind, kept, levy_year, municipality_code, '3', today, '99', taxed, undeclared,
                   transition, base_given, reduction_given, low_given, share_given, 1, true, today
            from told
            """;

    private static final String TELL_ROOT =
            """
            delete from people.tax_sent s using link l where s.person_no = l.root
            """;
}
