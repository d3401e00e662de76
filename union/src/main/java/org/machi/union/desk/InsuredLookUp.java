package org.machi.union.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.office.PeriodName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the pages about insured people show; each query is for one page and uses an index. */
@Repository
class InsuredLookUp {

    private static final int FOUND_AT_MOST = 100;
    private static final String FOUND =
            """
            SELECT i.insured_no, i.natural_id, p.name, p.name_kana, p.birth_on, c.name AS city,
                   p.person_no
              FROM register.person p
              JOIN eligibility.insured i USING (natural_id)
              JOIN register.city c USING (city_code)
             WHERE %s
             ORDER BY p.name_kana, p.birth_on, i.insured_no LIMIT 100
            """;

    private final JdbcClient db;

    InsuredLookUp(JdbcClient db) {
        this.db = db;
    }

    /** One line of a search. */
    record Found(
            String insuredNo,
            int naturalId,
            String name,
            String nameKana,
            @Nullable LocalDate birthOn,
            String city,
            long personNo) {}

    /** A period of insurance in one city, or one state of its history. */
    record PeriodLine(
            int historyNo,
            String city,
            LocalDate acquiredOn,
            String acquiredBy,
            @Nullable LocalDate lostOn,
            @Nullable String lostBy,
            String change,
            LocalDate decidedOn) {}

    /** A decision. */
    record DecisionLine(
            int levyYear,
            int version,
            String reason,
            LocalDate decidedOn,
            long base,
            String reduction1,
            int months,
            long medical,
            long child,
            @Nullable Long before) {
        public long premium() {
            return medical + child;
        }
    }

    /** A city's share of a decision. */
    record ShareLine(
            int levyYear, int version, String city, int months, long medical, long child) {}

    /** What a city reported about one instalment. */
    record InstalmentLine(
            String city,
            int levyYear,
            int planVersion,
            String method,
            int period,
            LocalDate dueOn,
            long amount,
            @Nullable Long received) {
        /** 期別 in words. */
        public String periodName() {
            return PeriodName.of(Integer.parseInt(method), period);
        }
    }

    static int foundAtMost() {
        return FOUND_AT_MOST;
    }

    /**
     * Eight digits are a number; a date is a birth date; anything else the beginning of the kana.
     */
    List<Found> search(String query) {
        String words = query.strip();
        if (words.matches("[0-9]{8}")) {
            return db.sql(FOUND.formatted("i.insured_no = ?"))
                    .param(words)
                    .query(Found.class)
                    .list();
        }
        Optional<LocalDate> birth = date(words);
        if (birth.isPresent()) {
            return db.sql(FOUND.formatted("p.birth_on = ?"))
                    .param(birth.get())
                    .query(Found.class)
                    .list();
        }
        return words.isEmpty()
                ? List.of()
                : db.sql(FOUND.formatted("p.name_kana LIKE ? || '%'"))
                        .param(words.replace(' ', '　').replaceAll("[%_\\\\]", ""))
                        .query(Found.class)
                        .list();
    }

    private static Optional<LocalDate> date(String words) {
        try {
            return words.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? Optional.of(LocalDate.parse(words))
                    : Optional.empty();
        } catch (DateTimeException notInCalendar) {
            return Optional.empty();
        }
    }

    List<Found> records(String insuredNo) {
        return db.sql(FOUND.formatted("i.insured_no = ?"))
                .param(insuredNo)
                .query(Found.class)
                .list();
    }

    /** The share in force: 1, 2 or 3, empty as long as it is not decided. */
    record Copay(@Nullable String share, @Nullable LocalDate from) {}

    Optional<Copay> copay(String insuredNo) {
        return db.sql(
                        """
                        SELECT copay AS share, copay_from AS "from" FROM eligibility.period
                         WHERE insured_no = ? ORDER BY valid DESC LIMIT 1
                        """)
                .param(insuredNo)
                .query(Copay.class)
                .optional();
    }

    List<PeriodLine> history(String insuredNo) {
        return db.sql(
                        """
                        SELECT h.history_no, c.name AS city, lower(h.valid) AS acquired_on, h.acquired_by,
                               nullif(upper(h.valid), 'infinity') AS lost_on, h.lost_by, h.change,
                               h.decided_on
                          FROM eligibility.period_history h JOIN register.city c USING (city_code)
                         WHERE h.insured_no = ? ORDER BY h.history_no DESC
                        """)
                .param(insuredNo)
                .query(PeriodLine.class)
                .list();
    }

    List<DecisionLine> decisions(String insuredNo) {
        return db.sql(
                        """
                        SELECT levy_year, version, reason, decided_on, base, reduction1,
                               bit_count((coalesce(mask1, 0) | coalesce(mask2, 0))::bit(16))::integer AS months,
                               m_premium AS medical, c_premium AS child, before::bigint AS before
                          FROM assessment.v_result
                         WHERE insured_no = ? ORDER BY levy_year DESC, version DESC
                        """)
                .param(insuredNo)
                .query(DecisionLine.class)
                .list();
    }

    List<ShareLine> shares(String insuredNo) {
        return db.sql(
                        """
                        SELECT s.levy_year, s.version, c.name AS city, s.months, s.medical, s.child
                          FROM assessment.v_share s JOIN register.city c USING (city_code)
                         WHERE s.insured_no = ? ORDER BY s.levy_year DESC, s.version DESC, c.position
                        """)
                .param(insuredNo)
                .query(ShareLine.class)
                .list();
    }

    List<InstalmentLine> instalments(String insuredNo) {
        return db.sql(
                        """
                        SELECT c.name AS city, p.levy_year, p.plan_version, p.method, p.period, p.due_on,
                               p.amount, r.received
                          FROM reconciliation.v_plan p
                          JOIN register.city c USING (city_code)
                          LEFT JOIN LATERAL (
                                SELECT r.received_after AS received FROM reconciliation.receipt r
                                 WHERE r.insured_no = p.insured_no AND r.levy_year = p.levy_year
                                   AND r.city_code = p.city_code AND r.assessment_no = p.assessment_no
                                   AND r.decision_year = p.decision_year AND r.method = p.method
                                   AND r.period = p.period
                                 ORDER BY r.seq DESC LIMIT 1) r ON true
                         WHERE p.insured_no = ? ORDER BY p.levy_year DESC, p.due_on, p.method, p.period
                        """)
                .param(insuredNo)
                .query(InstalmentLine.class)
                .list();
    }
}
