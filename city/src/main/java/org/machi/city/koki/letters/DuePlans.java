package org.machi.city.koki.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.plan.PlanRow;
import org.machi.platform.forms.letters.Calculation;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.Recipient;
import org.machi.platform.jobs.StepContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The plans that are to be told today, staged in one table and read in one query; so that nobody
 * needs a query of his own.
 */
final class DuePlans {

    private final JdbcClient db;
    private final LocalDate today;
    private final String municipality;
    private final Map<String, List<Calculation>> formerCalculations = new HashMap<>();
    private int told;

    DuePlans(StepContext step, String municipality) {
        this.db = step.db();
        this.today = step.businessDate();
        this.municipality = municipality;
    }

    /**
     * Stages the plans.
     *
     * @param mainHeldBack plans decided from this day on wait for the main notice; null when none
     *     waits
     * @return how many
     */
    int stage(@Nullable LocalDate mainHeldBack) {
        if (!db.sql(LetterSql.ANY_DUE)
                .param("today", today)
                .param("heldBack", mainHeldBack)
                .query(Boolean.class)
                .single()) {
            return 0;
        }
        db.sql("drop table if exists letter_due").update();
        db.sql(LetterSql.STAGE).update();
        int plans =
                db.sql(LetterSql.DUE)
                        .param("today", today)
                        .param("heldBack", mainHeldBack)
                        .update();
        db.sql("analyze letter_due").update();
        return plans;
    }

    /** Every staged plan in the order of its letters: by postal code, then by person. */
    void read(long firstBatch, long changeBatch, Consumer<ToldPlan> taker) {
        db.sql(LetterSql.FORMER)
                .query(row -> {
                    formerCalculations.put(text(row), Calculations.of(row));
                });
        db.sql(LetterSql.TOLD)
                .param("today", today)
                .param("first", firstBatch)
                .param("change", changeBatch)
                .withFetchSize(2_000)
                .query(row -> {
                    told++;
                    taker.accept(plan(row));
                });
    }

    /** How many plans were read so far. */
    int told() {
        return told;
    }

    /** From now on these plans count as told. */
    void noticed() {
        db.sql(
                        """
                        update koki.plan p set noticed_on = :today from letter_due d
                        where p.levy_year = d.levy_year and p.assessment_no = d.assessment_no
                          and p.plan_version = d.plan_version
                        """)
                .param("today", today)
                .update();
    }

    private ToldPlan plan(ResultSet row) throws SQLException {
        boolean provisional = row.getBoolean("provisional");
        return new ToldPlan(
                PlanKey.of(row),
                row.getObject("plan_decided_on", LocalDate.class),
                row.getLong("plan_premium"),
                provisional,
                provisional || row.getBoolean("notice_needed"),
                row.getLong("told_version"),
                PlanRow.list(row.getString("rows")),
                provisional ? List.of() : Calculations.of(row),
                before(row),
                new ToldPlan.Reasons(
                        row.getString("plan_reason"),
                        Objects.requireNonNullElse(row.getString("reason_text"), ""),
                        Objects.requireNonNullElse(row.getString("lost_by"), ""),
                        Objects.requireNonNullElse(row.getString("ordinary_reason"), "")),
                recipient(row),
                new Insured(
                        row.getString("insured_no"),
                        row.getString("name"),
                        row.getBoolean("protected") ? "（記載を省略しています）" : row.getString("address")),
                new ToldPlan.Payment(pension(row), account(row)),
                slips(row),
                row.getString("pull_out"));
    }

    private ToldPlan.@Nullable Before before(ResultSet row) throws SQLException {
        if (row.getString("before_plan") == null) {
            return null;
        }
        return new ToldPlan.Before(
                row.getBoolean("before_provisional"),
                row.getLong("before_premium"),
                row.getLong("before_version"),
                PlanRow.list(row.getString("before_rows")),
                formerCalculations.getOrDefault(text(row), List.of()));
    }

    private static String text(ResultSet row) throws SQLException {
        return row.getInt("levy_year") + row.getString("assessment_no");
    }

    /** The address divides before the first number: what the postal code covers, then the lot. */
    private static Recipient recipient(ResultSet row) throws SQLException {
        String[] parts = row.getString("mailing_address").split("　", 2);
        int lot = 0;
        while (lot < parts[0].length() && Character.digit(parts[0].charAt(lot), 10) < 0) {
            lot++;
        }
        boolean died = row.getObject("died_on") != null;
        String name = row.getString("mailing_name");
        String careOf = row.getString("care_of");
        return new Recipient(
                Objects.requireNonNullElse(row.getString("mailing_postal_code"), ""),
                parts[0].substring(0, lot),
                parts[0].substring(lot),
                parts.length > 1 ? parts[1] : "",
                name,
                died && name.equals(row.getString("name")) ? "（相続人代表者）" : careOf);
    }

    private static String pension(ResultSet row) throws SQLException {
        String code = row.getString("pension_code");
        String collector = row.getString("collector");
        return code == null || collector == null ? "" : Pensions.name(collector, code);
    }

    private static String account(ResultSet row) throws SQLException {
        String no = row.getString("account_no");
        if (no == null) {
            return "";
        }
        return "%s %s　%s ＊＊＊＊%s"
                .formatted(
                        row.getString("bank_name"),
                        row.getString("branch_name"),
                        "2".equals(row.getString("account_kind")) ? "当座" : "普通",
                        no.substring(Math.max(0, no.length() - 3)));
    }

    private List<PlannedLetter.PeriodSlip> slips(ResultSet row) throws SQLException {
        String text = row.getString("slips");
        List<PlannedLetter.PeriodSlip> slips = new ArrayList<>();
        if (text != null) {
            for (String slip : text.split(",")) {
                slips.add(
                        SlipText.read(
                                slip,
                                municipality,
                                row.getInt("levy_year"),
                                row.getInt("decision_year")));
            }
        }
        return slips;
    }
}
