package org.machi.calculators.premium;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.law.LawException;
import org.machi.law.LevyYear;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.Explainer;
import org.machi.law.premium.PartAssessment;
import org.machi.law.premium.PremiumAssessor;
import org.machi.law.premium.PremiumFacts;
import org.machi.law.premium.PremiumFacts.PersonPremium;
import org.machi.law.premium.SegmentAmounts;

/**
 * Premiums of many households as CSV, one line an insured person, for a spreadsheet. A household
 * that has no answer has a line that says why, and is not in the way of the others.
 */
public final class PremiumTable {
    private static final List<String> HEADINGS =
            List.of(
                    "世帯",
                    "氏名",
                    "広域連合",
                    "相当年度",
                    "賦課のもととなる所得金額",
                    "減額区分",
                    "月数",
                    "医療分所得割額",
                    "医療分均等割額",
                    "医療分保険料",
                    "子ども分保険料",
                    "保険料",
                    "用いた値の確かさ",
                    "誤り");
    private static final int PROGRESS = 10_000;

    private final CsvWriter csv;
    private Consumer<String> wrong = text -> {};
    private LongConsumer progress = households -> {};
    private final Map<Scope, Explainer> rules = new HashMap<>();
    private int households;
    private int insured;
    private int rejected;

    /** Rules are looked up once for each union and year. */
    private record Scope(UnionCode union, LevyYear year) {
        static Scope of(PremiumFacts household) {
            return new Scope(household.union(), household.levyYear());
        }

        Explainer rules() {
            return new Explainer(PremiumAssessor.of(union, year));
        }
    }

    public PremiumTable(Writer out) {
        csv = CsvWriter.builder().build(out);
        csv.writeRecord(HEADINGS);
    }

    /** Tells each reason why a household has no answer. */
    public PremiumTable tellingProblems(Consumer<String> told) {
        wrong = told;
        return this;
    }

    /** Tells the number of households now and then. */
    public PremiumTable tellingProgress(LongConsumer told) {
        progress = told;
        return this;
    }

    /** All households of an input. */
    public PremiumTable add(FactSheet sheet) throws IOException {
        for (FactSheet.Home home : sheet.homes()) {
            households++;
            String label = home.label().isEmpty() ? Integer.toString(households) : home.label();
            PremiumFacts facts = home.facts();
            if (facts == null) {
                reject(label, null, home.problems().stream().map(FactProblem::text).toList());
            } else {
                add(label, facts);
            }
            if (households % PROGRESS == 0) {
                progress.accept(households);
            }
        }
        csv.flush();
        return this;
    }

    private void add(String label, PremiumFacts household) {
        try {
            Explainer explainer = rules.computeIfAbsent(Scope.of(household), Scope::rules);
            for (PersonPremium premium : household.premiums(explainer)) {
                insured++;
                csv.writeRecord(line(label, household, premium));
            }
        } catch (LawException noAnswer) {
            reject(label, household, List.of("世帯" + label + ": " + noAnswer.getMessage()));
        }
    }

    private void reject(String label, @Nullable PremiumFacts household, List<String> reasons) {
        rejected++;
        reasons.forEach(wrong);
        List<String> cells = new ArrayList<>(Collections.nCopies(HEADINGS.size(), ""));
        cells.set(0, label);
        if (household != null) {
            cells.set(2, household.union().code());
            cells.set(3, Integer.toString(household.levyYear().year()));
        }
        cells.set(HEADINGS.size() - 1, reasons.stream().collect(Collectors.joining(" ")));
        csv.writeRecord(cells);
    }

    private static List<String> line(String label, PremiumFacts household, PersonPremium premium) {
        PartAssessment medical = premium.assessment().medical();
        int months = medical.segments().stream().mapToInt(SegmentAmounts::months).sum();
        return List.of(
                label,
                premium.person().name(),
                household.union().code(),
                Integer.toString(household.levyYear().year()),
                Long.toString(premium.assessment().base()),
                medical.segments().getFirst().reduction().japanese(),
                Integer.toString(months),
                Long.toString(medical.incomePart()),
                Long.toString(medical.perCapita()),
                Long.toString(medical.premium()),
                Long.toString(premium.assessment().childPremium()),
                Long.toString(premium.assessment().premium()),
                premium.explain().weakest().japanese(),
                "");
    }

    public int households() {
        return households;
    }

    public int insured() {
        return insured;
    }

    /** Households without an answer. */
    public int rejected() {
        return rejected;
    }
}
