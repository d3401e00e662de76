package org.machi.union.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machi.law.LegalBasis;
import org.machi.law.benefit.Ceilings;
import org.machi.law.benefit.HighCost;
import org.machi.law.benefit.HighCost.Care;
import org.machi.law.benefit.HighCost.Patient;
import org.machi.law.benefit.HighCost.Payment;
import org.machi.law.benefit.HighCost.Result;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.explanation.Explanation;
import org.machi.law.parameter.Parameters;
import org.machi.platform.database.CopyWriter;
import org.machi.platform.database.WorkTable;
import org.machi.platform.jobs.StepContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 高額療養費の算定: for each month whose receipts or shares changed, the homes that can have passed a
 * ceiling, computed by the law's rule; a version of its own for whom the result differs from the
 * one before.
 */
@Service
@LegalBasis("法84条")
class HighCosts {

    /** Half of the lowest ceiling of all (低所得 outpatient, in the month of the 75th birthday). */
    private static final long LEAST = 4_000;

    private final Parameters parameters = Parameters.standard();
    private final JdbcClient db;

    HighCosts(JdbcClient db) {
        this.db = db;
    }

    /** One person of a home, as the statements gathered it. */
    private record Member(String insuredNo, Patient patient) {}

    /**
     * A home in a month.
     *
     * @param level 所得区分
     * @param earlier months of 多数回該当 among the eleven before
     */
    private record Home(int id, IncomeLevel level, int earlier, List<Member> members) {
        List<Patient> patients() {
            return members.stream().map(Member::patient).toList();
        }
    }

    /** Computes every month that is due, the earliest first. */
    void assess(StepContext step) {
        dueByShares(step);
        Optional<LocalDate> month = next(step);
        while (month.isPresent()) {
            assess(step, month.get());
            month = next(step);
        }
    }

    private static Optional<LocalDate> next(StepContext step) {
        return step.db()
                .sql("SELECT min(care_month) FROM benefits.due")
                .query(LocalDate.class)
                .optional();
    }

    /** A share that was decided for the past changes the ceilings of the months since. */
    private static void dueByShares(StepContext step) {
        step.db()
                .sql(
                        """
                        INSERT INTO benefits.due (insured_no, care_month)
                        SELECT DISTINCT d.insured_no, r.care_month
                          FROM burden.decision d
                          JOIN benefits.receipt r ON r.insured_no = d.insured_no AND r.care_month >= date_trunc('month', d.valid_from)
                         WHERE d.decision_id > (SELECT burden_decision_id FROM benefits.mark)
                        ON CONFLICT DO NOTHING
                        """)
                .update();
        step.db()
                .sql(
                        """
                        UPDATE benefits.mark SET burden_decision_id = m.last
                          FROM (SELECT coalesce(max(decision_id), 0) AS last FROM burden.decision) m
                         WHERE burden_decision_id <> m.last
                        """)
                .update();
    }

    private void assess(StepContext step, LocalDate month) {
        gather(step.db(), month);
        step.db().sql("CREATE TEMPORARY TABLE benefit_result " + RESULT_COLUMNS).update();
        List<Home> homes = homes(step.db(), month);
        write(step, month, homes);
        int changed =
                step.db()
                        .sql(HighCostSql.KEEP)
                        .param("month", month)
                        .param("day", step.businessDate())
                        .update();
        step.db().sql(HighCostSql.FOLLOWING).param("month", month).update();
        step.db().sql("DELETE FROM benefits.due WHERE care_month = ?").param(month).update();
        drop(step.db());
        step.db().sql("DROP TABLE benefit_result").update();
        if (changed > 0) {
            step.count("高額療養費の算定", changed);
        }
    }

    private static final String RESULT_COLUMNS =
            """
            (insured_no varchar(8), home integer, level text, earlier integer, disease bigint, outpatient bigint,
             birthday bigint, household bigint, counts boolean, outpatient_left bigint) ON COMMIT DROP
            """;

    private static void gather(JdbcClient db, LocalDate month) {
        LocalDate next = month.plusMonths(1);
        int homes =
                db.sql(HighCostSql.HOMES.formatted(HighCostSql.DUE_MONTH))
                        .param("month", month)
                        .param("next", next)
                        .update();
        gatherMembers(db, month, homes);
    }

    private static void gatherMembers(JdbcClient db, LocalDate month, int homes) {
        LocalDate next = month.plusMonths(1);
        WorkTable.ready(db, "benefit_home", "home", homes);
        int members =
                db.sql(HighCostSql.MEMBERS).param("month", month).param("next", next).update();
        WorkTable.ready(db, "benefit_member", "home, insured_no", members);
        int open = db.sql(HighCostSql.OPEN).param("month", month).param("least", LEAST).update();
        WorkTable.ready(db, "benefit_open", "home", open);
    }

    private static void drop(JdbcClient db) {
        db.sql("DROP TABLE benefit_home, benefit_member, benefit_open").update();
    }

    private List<Home> homes(JdbcClient db, LocalDate month) {
        int year = month.getMonthValue() >= 8 ? month.getYear() : month.getYear() - 1;
        Folding folding = new Folding(month);
        db.sql(HighCostSql.CARE)
                .param("month", month)
                .param("next", month.plusMonths(1))
                .param("year", year)
                .withFetchSize(5_000)
                .query(folding::row);
        return folding.done();
    }

    /** Folds the rows of {@link HighCostSql#CARE} into homes. */
    private final class Folding {
        private final LocalDate month;
        private final List<Home> homes = new ArrayList<>();
        private int home;
        private String insuredNo = "";
        private boolean birthday;
        private IncomeLevel level = IncomeLevel.GENERAL_1;
        private int earlier;
        private List<Member> members = new ArrayList<>();
        private List<Care> cares = new ArrayList<>();

        Folding(LocalDate month) {
            this.month = month;
        }

        void row(ResultSet row) throws SQLException {
            int thisHome = row.getInt("home");
            String thisInsured = row.getString("insured_no");
            if (!thisInsured.equals(insuredNo) || thisHome != home) {
                endMember();
                if (thisHome != home) {
                    endHome();
                    home = thisHome;
                    level = level(parameters, row, month);
                    earlier = row.getInt("earlier");
                }
                insuredNo = thisInsured;
                birthday = row.getBoolean("birthday");
            }
            boolean inpatient = row.getBoolean("inpatient");
            if (!row.wasNull()) {
                cares.add(
                        new Care(
                                inpatient,
                                row.getLong("cost"),
                                row.getLong("paid"),
                                row.getBoolean("disease"),
                                row.getLong("in_kind")));
            }
        }

        private void endMember() {
            if (!insuredNo.isEmpty()) {
                members.add(new Member(insuredNo, new Patient(birthday, cares)));
                cares = new ArrayList<>();
            }
        }

        private void endHome() {
            if (!members.isEmpty()) {
                homes.add(new Home(home, level, earlier, members));
                members = new ArrayList<>();
            }
        }

        List<Home> done() {
            endMember();
            endHome();
            return homes;
        }
    }

    /** 所得区分 from share, taxable, taxed and low of a row. */
    static IncomeLevel level(Parameters parameters, ResultSet row, LocalDate month)
            throws SQLException {
        return IncomeLevel.of(
                parameters,
                row.getString("share"),
                new IncomeLevel.Home(
                        row.getLong("taxable"), row.getBoolean("taxed"), row.getLong("low") <= 0),
                month);
    }

    private void write(StepContext step, LocalDate month, List<Home> homes) {
        try (CopyWriter out =
                step.copyIn(
                        "benefit_result",
                        "insured_no",
                        "home",
                        "level",
                        "earlier",
                        "disease",
                        "outpatient",
                        "birthday",
                        "household",
                        "counts",
                        "outpatient_left")) {
            for (Home home : homes) {
                Result result = rule(home, month).of(home.patients());
                for (int i = 0; i < home.members().size(); i++) {
                    Payment payment = result.payments().get(i);
                    out.row().put(home.members().get(i).insuredNo()).put(home.id());
                    out.put(home.level().code()).put(home.earlier());
                    out.put(payment.disease()).put(payment.outpatient());
                    out.put(payment.birthday()).put(payment.household()).put(result.counts());
                    out.put(payment.left());
                }
            }
            out.finish();
        }
    }

    private HighCost rule(Home home, LocalDate month) {
        return new HighCost(Ceilings.of(home.level(), month, parameters), home.earlier());
    }

    /**
     * The steps of a person's month, from the receipts as they are now.
     *
     * @param insured numbers of the home's people in the order of the explanation
     */
    record Told(Explanation steps, List<String> insured) {}

    /** Explains one month of the home of a person; empty when nothing was assessed. */
    Optional<Told> explain(String insuredNo, LocalDate month) {
        int homes =
                db.sql(
                                """
                                CREATE TEMPORARY TABLE benefit_home ON COMMIT DROP AS
                                SELECT home FROM benefits.v_assessed WHERE insured_no = :no AND care_month = :month
                                """)
                        .param("no", insuredNo)
                        .param("month", month)
                        .update();
        gatherMembers(db, month, homes);
        Optional<Told> told = homes(db, month).stream().findFirst().map(home -> tell(home, month));
        drop(db);
        return told;
    }

    private Told tell(Home home, LocalDate month) {
        return new Told(
                rule(home, month).explain(home.patients()),
                home.members().stream().map(Member::insuredNo).toList());
    }
}
