package org.machi.city.koki.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.law.premium.Household;
import org.machi.law.premium.Member;
import org.machi.law.premium.TaxFacts;
import org.machi.law.premium.TaxItem;
import org.machi.platform.database.CopyReader;

/**
 * What the city itself knows of a person for a levy year: the insurances as it was told of them,
 * and for each the home on its 賦課期日 with everybody's income. Read in one pass, one row a member.
 */
final class OwnFacts {

    private static final LocalDate UNKNOWN_BIRTH = LocalDate.of(1900, 1, 1);

    /**
     * An insurance within the levy year.
     *
     * @param acquiredBy 資格取得事由コード
     * @param dependantSince 元被扶養者 since the first day of insurance; null for all others
     */
    record Spell(
            LocalDate acquiredOn,
            @Nullable LocalDate lostOn,
            String acquiredBy,
            @Nullable LocalDate dependantSince,
            Household household) {}

    private final List<Spell> spells = new ArrayList<>(1);
    private LocalDate birth = UNKNOWN_BIRTH;
    private @Nullable TaxFacts own;
    private boolean incomeLacks;
    private boolean homeless;

    List<Spell> spells() {
        return spells;
    }

    LocalDate birth() {
        return birth;
    }

    TaxFacts tax() {
        return own == null ? new TaxFacts().declaration(TaxFacts.Declaration.INQUIRING) : own;
    }

    /** Nothing was ever told of the income of somebody who counts. */
    boolean incomeLacks() {
        return incomeLacks;
    }

    /** The register knows no home on one of the days. */
    boolean homeless() {
        return homeless;
    }

    /** Takes the rest of a row whose number was read. */
    void take(CopyReader row) {
        LocalDate acquired = row.getDate();
        LocalDate lost = row.getDateOrNull();
        String by = row.getText();
        LocalDate dependant = row.getDateOrNull();
        if (spells.isEmpty() || !spells.getLast().acquiredOn().equals(acquired)) {
            spells.add(new Spell(acquired, lost, by, dependant, new Household()));
        }
        boolean self = row.getBoolean();
        boolean head = row.getBoolean();
        boolean insured = row.getBoolean();
        LocalDate born = row.getDateOrNull();
        boolean member = row.getBoolean();
        Member one =
                spells.getLast()
                        .household()
                        .add()
                        .head(head)
                        .insured(insured)
                        .birth(born == null ? UNKNOWN_BIRTH : born);
        boolean told = tax(row, one.tax());
        homeless |= !member;
        incomeLacks |= !told;
        if (self) {
            own = one.tax();
            birth = one.birth();
        }
    }

    /** Reads the yen in the order of {@link #SQL}; false when no facts were told. */
    private static boolean tax(CopyReader row, TaxFacts facts) {
        String undeclared = row.getTextOrNull();
        boolean baseGiven = row.getBoolean();
        boolean judgementGiven = row.getBoolean();
        long base = row.getLongOr(0);
        long judgement = row.getLongOr(0);
        for (TaxItem item : TaxItem.values()) {
            facts.set(item, row.getLongOr(0));
        }
        if (undeclared == null) {
            facts.declaration(TaxFacts.Declaration.INQUIRING);
            return false;
        }
        facts.declaration(
                switch (undeclared) {
                    case "1" -> TaxFacts.Declaration.UNDECLARED;
                    case "3" -> TaxFacts.Declaration.INQUIRING;
                    default -> TaxFacts.Declaration.DECLARED;
                });
        if (baseGiven) {
            facts.fixedBase(base);
        }
        if (judgementGiven) {
            facts.fixedJudgement(judgement);
        }
        return true;
    }

    /**
     * Rows in the order of the decisions. Head and insured count; who has no home on the day is a
     * row without a member.
     */
    static final String SQL =
            """
            select t.n::integer, s.acquired_on, s.lost_on, s.acquired_by, s.dependant_since,
                   m.person_no is not distinct from s.person_no, coalesce(m.is_head, false), o.person_no is not null,
                   p.birth_day, m.person_no is not null,
                   x.undeclared, coalesce(x.base_given, false), coalesce(x.reduction_given, false), x.base,
                   x.reduction_income, %1$s
            from check_decided t
            join check_spell s on s.insured_no = t.insured_no
                 and (s.lost_on is null or s.lost_on > make_date(t.levy_year::int, 4, 1))
                 and s.acquired_on < make_date(t.levy_year::int + 1, 4, 1)
            cross join lateral (select greatest(s.acquired_on, make_date(t.levy_year::int, 4, 1)) as day) d
            left join people.v_koki_household_member h on h.person_no = s.person_no
                 and h.valid_from <= d.day and (h.valid_to is null or h.valid_to > d.day)
            left join lateral (
                select g.person_no, g.is_head from people.v_koki_household_member g
                where g.household_no = h.household_no and g.valid_from <= d.day
                  and (g.valid_to is null or g.valid_to > d.day)
                  and (g.is_head or exists (
                      select from check_spell c where c.person_no = g.person_no and c.acquired_on <= d.day
                      and (c.lost_on is null or c.lost_on > d.day)))) m on true
            left join lateral (
                select c.person_no from check_spell c where c.person_no = m.person_no and c.acquired_on <= d.day
                and (c.lost_on is null or c.lost_on > d.day) limit 1) o on true
            left join people.v_person p on p.person_no = m.person_no
            left join people.v_union_tax x on x.told_no = m.person_no and x.levy_year = t.levy_year and x.change <> '3'
            order by t.n, s.acquired_on, m.is_head desc, m.person_no
            """;

    /** The insurances that stand, as {@code UnionIntake} reads them. */
    static final String SPELLS = spells("");

    /** Only those of whoever was ever in a home with somebody decided. */
    static final String SPELLS_OF_HOMES =
            spells(
                    """
                    where person_no in (
                        select v.person_no from check_decided t
                        join koki.insured_version v on v.insured_no = t.insured_no
                        union
                        select g.person_no from check_decided t
                        join koki.insured_version v on v.insured_no = t.insured_no
                        join people.v_koki_household_member h on h.person_no = v.person_no
                        join people.v_koki_household_member g on g.household_no = h.household_no)
                    """);

    private static String spells(String whose) {
        return """
        create temporary table check_spell on commit drop as
        select insured_no, person_no, acquired_on, lost_on, acquired_by,
               min(acquired_on) filter (where dependant = '1') over (partition by insured_no) as dependant_since
        from (select distinct on (insured_no, acquired_on) * from koki.insured_version
              %s
              order by insured_no, acquired_on, version desc) told
        where change <> '07' and lost_on is distinct from acquired_on
        """
                .formatted(whose);
    }
}
