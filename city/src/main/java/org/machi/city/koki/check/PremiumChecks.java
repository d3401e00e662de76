package org.machi.city.koki.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.check.OwnCalculation.Outcome;
import org.machi.formats.column.Column;
import org.machi.formats.layout.TaxFile;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.TaxItem;
import org.machi.platform.database.CopyReader;
import org.machi.platform.database.CopyWriter;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/**
 * Computes again every premium that came on the business date, all people in one pass, and keeps
 * what came out of each.
 */
@Component
public class PremiumChecks {

    /** Up to so many premiums it is quicker to seek the homes than to read all insurances. */
    static final int FEW = 1_000;

    private final Parameters office;

    PremiumChecks(Parameters office) {
        this.office = office;
    }

    /** Does nothing on days without a premium. */
    public void run(StepContext step) {
        boolean any =
                step.db()
                        .sql(
                                "select exists (select from koki.premium where known_on = :today and current)")
                        .param("today", step.businessDate())
                        .query(Boolean.class)
                        .single();
        if (!any) {
            return;
        }
        String union = office.text("union.code", step.businessDate()).substring(2, 4);
        List<Decided> decided = decided(step);
        Map<Integer, OwnFacts> facts = facts(step, decided.size() <= FEW);
        OwnCalculation calculation = new OwnCalculation(UnionCode.of(union), step.businessDate());
        List<Outcome> outcomes = new ArrayList<>(decided.size());
        for (int i = 0; i < decided.size(); i++) {
            outcomes.add(calculation.of(decided.get(i), facts.get(i + 1)));
        }
        keep(step, decided, outcomes);
    }

    private static List<Decided> decided(StepContext step) {
        step.db().sql("drop table if exists check_decided, check_spell").update();
        step.db()
                .sql("create temporary table check_decided on commit drop as " + Decided.SQL)
                .param("today", step.businessDate())
                .update();
        return step.db()
                .sql("select * from check_decided order by n")
                .query((row, n) -> Decided.of(row))
                .list();
    }

    private static Map<Integer, OwnFacts> facts(StepContext step, boolean few) {
        step.db().sql("analyze check_decided").update();
        step.db().sql(few ? OwnFacts.SPELLS_OF_HOMES : OwnFacts.SPELLS).update();
        step.db().sql("create index on check_spell (insured_no)").update();
        step.db().sql("create index on check_spell (person_no)").update();
        step.db().sql("analyze check_spell").update();
        Map<Integer, OwnFacts> facts = new HashMap<>();
        try (CopyReader row = step.copyOut(OwnFacts.SQL.formatted(incomes()))) {
            while (row.next()) {
                facts.computeIfAbsent(row.getInt(), none -> new OwnFacts()).take(row);
            }
        }
        return facts;
    }

    /** The yen of 税情報 in the order of {@link TaxItem}. */
    private static String incomes() {
        int first = TaxFile.LAYOUT.position(TaxFile.BUSINESS);
        return TaxFile.LAYOUT.columns().subList(first, first + TaxItem.values().length).stream()
                .map(Column::code)
                .map(code -> "x." + code)
                .collect(Collectors.joining(", "));
    }

    private static void keep(StepContext step, List<Decided> decided, List<Outcome> outcomes) {
        long different = 0;
        long notComputed = 0;
        try (CopyWriter copy =
                step.copyIn(
                        "koki.premium_check",
                        "levy_year",
                        "assessment_no",
                        "assessment_version",
                        "person_no",
                        "state",
                        "premium",
                        "step",
                        "own",
                        "decided",
                        "checked_on")) {
            for (int i = 0; i < decided.size(); i++) {
                Decided one = decided.get(i);
                copy.row()
                        .put((long) one.levyYear())
                        .put(one.assessmentNo())
                        .put(one.assessmentVersion())
                        .put(one.personNo());
                switch (outcomes.get(i)) {
                    case Outcome.Agrees agrees -> put(copy, "AGREES", agrees.premium(), null);
                    case Outcome.Differs differs -> {
                        different++;
                        put(copy, "DIFFERS", differs.premium(), differs.first());
                    }
                    case Outcome.NotComputed(String reason) -> {
                        notComputed++;
                        put(copy, "NOT_COMPUTED", null, new Decided.Step(reason, "", ""));
                    }
                }
                copy.put(step.businessDate());
            }
            copy.finish();
        }
        step.count("確認計算", decided.size());
        step.count("確認計算の相違", different);
        step.count("確認計算のできない人", notComputed);
    }

    private static void put(
            CopyWriter copy, String state, @Nullable Long premium, Decided.@Nullable Step first) {
        copy.put(state).put(premium);
        if (first == null) {
            copy.putNull().putNull().putNull();
        } else {
            copy.put(first.name()).put(first.own()).put(first.decided());
        }
    }
}
