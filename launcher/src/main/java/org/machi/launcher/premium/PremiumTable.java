package org.machi.launcher.premium;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.machi.law.explanation.Explanation;
import org.machi.law.premium.PartAssessment;
import org.machi.law.premium.PremiumFacts;
import org.machi.law.premium.PremiumFacts.PersonPremium;
import org.machi.law.premium.SegmentAmounts;

/** Premiums of many households as CSV, one line an insured person, for a spreadsheet. */
final class PremiumTable {
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
                    "用いた値の確かさ");

    private final CsvWriter csv;
    private int households;
    private int insured;

    PremiumTable(Writer out) {
        csv = CsvWriter.builder().build(out);
        csv.writeRecord(HEADINGS);
    }

    /** The insured of one household. */
    void add(PremiumFacts household) {
        households++;
        for (PersonPremium premium : household.premiums()) {
            insured++;
            csv.writeRecord(line(household, premium));
        }
    }

    private List<String> line(PremiumFacts household, PersonPremium premium) {
        PartAssessment medical = premium.assessment().medical();
        Explanation explanation = premium.explain();
        return List.of(
                Integer.toString(households),
                premium.person().name(),
                household.union().code(),
                Integer.toString(household.levyYear().year()),
                Long.toString(premium.assessment().base()),
                medical.segments().getFirst().reduction().japanese(),
                Integer.toString(
                        medical.segments().stream().mapToInt(SegmentAmounts::months).sum()),
                Long.toString(medical.incomePart()),
                Long.toString(medical.perCapita()),
                Long.toString(medical.premium()),
                Long.toString(premium.assessment().childPremium()),
                Long.toString(premium.assessment().premium()),
                explanation.weakest().japanese());
    }

    /** Everything stands in the file. */
    void finish() throws IOException {
        csv.flush();
    }

    int households() {
        return households;
    }

    int insured() {
        return insured;
    }
}
