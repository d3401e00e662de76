package org.machi.union.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.explanation.Explanation;
import org.machi.law.premium.Assessment;
import org.machi.law.premium.Explainer;
import org.machi.law.premium.Household;
import org.machi.law.premium.InsuredFacts;
import org.machi.law.premium.InsuredFacts.Disability;
import org.machi.law.premium.InsuredFacts.Period;
import org.machi.law.premium.Member;
import org.machi.law.premium.PremiumAssessor;
import org.machi.law.premium.Relief;
import org.machi.law.premium.TaxFacts;
import org.machi.union.register.TaxColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 計算根拠: derives a decision again from the stored facts as they were known on the day of the
 * decision and the dated parameters, and says how it came about. Nothing of the explanation is
 * stored.
 */
@Service
public class Explanations {

    private static final LocalDate UNKNOWN_BIRTH = LocalDate.of(1900, 1, 1);

    private static final String PERIODS =
            """
            SELECT DISTINCT insured_from, nullif(insured_to, 'infinity') AS insured_to, first_by,
                   dependant_from
              FROM (SELECT DISTINCT ON (person_id, lower(valid)) h.*, acquired_by AS first_by
                      FROM eligibility.period_history h
                     WHERE insured_no = :insured AND decided_on <= :known
                     ORDER BY person_id, lower(valid), history_no DESC) x
             WHERE change <> '07' AND insured_to > :start AND insured_from <= :end
               AND valid && daterange(:start, :end, '[]')
             ORDER BY insured_from
            """;

    /** Head and insured of the household on the levy day, with their tax facts, as known then. */
    private static final String HOUSEHOLD =
            """
            WITH own AS (
                SELECT m.household_id
                  FROM eligibility.insured i
                  JOIN register.person p USING (natural_id)
                  JOIN register.v_membership m USING (person_id)
                 WHERE i.insured_no = :insured AND m.valid_from <= :day AND :day < m.valid_to
                   AND m.known_from <= :known AND :known < m.known_to
                   AND EXISTS (SELECT FROM eligibility.period_history h
                                WHERE h.insured_no = i.insured_no AND h.person_id = p.person_id
                                  AND h.valid @> :day)
                 LIMIT 1),
            member AS (
                SELECT DISTINCT m.person_id, m.is_head
                  FROM own JOIN register.v_membership m USING (household_id)
                 WHERE m.valid_from <= :day AND :day < m.valid_to
                   AND m.known_from <= :known AND :known < m.known_to),
            insured AS (
                SELECT person_id FROM (
                    SELECT DISTINCT ON (h.person_id, lower(h.valid)) h.*
                      FROM member JOIN eligibility.period_history h USING (person_id)
                     WHERE h.decided_on <= :known
                     ORDER BY h.person_id, lower(h.valid), h.history_no DESC) x
                 WHERE change <> '07' AND valid @> :day)
            SELECT n.natural_id = (SELECT natural_id FROM eligibility.insured
                                    WHERE insured_no = :insured) AS own,
                   m.is_head, s.person_id IS NOT NULL AS insured, n.birth_on, %1$s
              FROM member m
              JOIN register.person n USING (person_id)
              LEFT JOIN insured s USING (person_id)
              LEFT JOIN LATERAL (
                    SELECT %1$s FROM register.tax t
                     WHERE t.person_id = m.person_id AND t.levy_year = :year AND t.known_from <= :known
                    UNION ALL
                    SELECT %1$s FROM register.tax_history t
                     WHERE t.person_id = m.person_id AND t.levy_year = :year
                       AND t.known_from <= :known AND :known < t.known_to
                     LIMIT 1) t ON true
             WHERE m.is_head OR s.person_id IS NOT NULL
             ORDER BY m.is_head DESC, m.person_id
            """
                    .formatted(TaxColumns.forLaw());

    private final JdbcClient db;
    private final UnionRules rules;

    Explanations(JdbcClient db, UnionRules rules) {
        this.db = db;
        this.rules = rules;
    }

    /**
     * A decision told again.
     *
     * @param decided the premium that was decided, yen
     * @param derived what follows from the facts today's program knows for that day; equal to the
     *     decided one unless something is wrong
     */
    public record Told(Explanation explanation, long decided, long derived) {
        public boolean agrees() {
            return decided == derived;
        }
    }

    /** How a decision came about; empty when it does not exist or was one taken back. */
    public Optional<Told> explain(String insuredNo, int levyYear, int version) {
        return db.sql(
                        """
                        SELECT decided_on, m_premium + c_premium, m_relief, c_relief
                          FROM assessment.v_result
                         WHERE insured_no = ? AND levy_year = ? AND version = ?
                        """)
                .param(insuredNo)
                .param(levyYear)
                .param(version)
                .query((row, n) ->
                        new Decided(
                                insuredNo,
                                levyYear,
                                row.getObject(1, LocalDate.class),
                                row.getLong(2),
                                Relief.ofAmount(row.getLong(3), row.getLong(4))))
                .optional()
                .flatMap(this::tell);
    }

    private record Decided(
            String insuredNo, int levyYear, LocalDate knownOn, long premium, Relief relief) {}

    private record Spell(
            LocalDate from, @Nullable LocalDate to, String by, @Nullable LocalDate dependantFrom) {}

    private Optional<Told> tell(Decided decided) {
        PremiumAssessor assessor = rules.of(decided.levyYear());
        List<Spell> spells = spells(decided, assessor);
        if (spells.isEmpty()) {
            return Optional.empty();
        }
        List<Period> periods = new ArrayList<>();
        Own own = new Own();
        for (Spell spell : spells) {
            LocalDate start = assessor.levyYear().start();
            LocalDate day = spell.from().isAfter(start) ? spell.from() : start;
            Household household = household(decided, day, own);
            periods.add(new Period(spell.from(), spell.to(), assessor.judge(household)));
        }
        TaxFacts tax = own.facts();
        InsuredFacts facts =
                new InsuredFacts(
                        assessor.income().base(tax),
                        periods,
                        own.birth,
                        spells.getFirst().dependantFrom(),
                        spells.getFirst().by().equals("03") ? Disability.RECOGNISED : Disability.NO,
                        decided.relief());
        Assessment assessment = assessor.assess(facts);
        return Optional.of(
                new Told(
                        new Explainer(assessor).explain(facts, tax, assessment),
                        decided.premium(),
                        assessment.premium()));
    }

    private List<Spell> spells(Decided decided, PremiumAssessor assessor) {
        return db
                .sql(PERIODS)
                .param("insured", decided.insuredNo())
                .param("known", decided.knownOn())
                .param("start", assessor.levyYear().start())
                .param("end", assessor.levyYear().end())
                .query((row, n) ->
                        new Spell(
                                row.getObject(1, LocalDate.class),
                                row.getObject(2, LocalDate.class),
                                row.getString(3),
                                row.getObject(4, LocalDate.class)))
                .list()
                .stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                Spell::from, s -> s, (a, b) -> a, java.util.TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** The insured person's own facts, found among the household's members. */
    private static final class Own {
        private LocalDate birth = UNKNOWN_BIRTH;
        private @Nullable TaxFacts tax;

        TaxFacts facts() {
            return tax == null ? new TaxFacts().declaration(TaxFacts.Declaration.INQUIRING) : tax;
        }
    }

    private Household household(Decided decided, LocalDate day, Own own) {
        Household household = new Household();
        db.sql(HOUSEHOLD)
                .param("insured", decided.insuredNo())
                .param("day", day)
                .param("known", decided.knownOn())
                .param("year", decided.levyYear())
                .query(row -> {
                    add(row, household, own);
                });
        return household;
    }

    private static void add(ResultSet row, Household household, Own own) throws SQLException {
        LocalDate birth = row.getObject(4, LocalDate.class);
        Member member =
                household
                        .add()
                        .head(row.getBoolean(2))
                        .insured(row.getBoolean(3))
                        .birth(birth == null ? UNKNOWN_BIRTH : birth);
        if (row.getString(5) == null) {
            member.tax().declaration(TaxFacts.Declaration.INQUIRING);
        } else {
            TaxColumns.read(row, 5, member.tax());
        }
        if (row.getBoolean(1)) {
            own.birth = member.birth();
            own.tax = member.tax();
        }
    }
}
