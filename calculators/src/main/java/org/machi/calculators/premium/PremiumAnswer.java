package org.machi.calculators.premium;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.premium.Assessment;
import org.machi.law.premium.PartAssessment;
import org.machi.law.premium.PremiumFacts;
import org.machi.law.premium.PremiumFacts.PersonPremium;
import org.machi.law.premium.SegmentAmounts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The premiums of a household's insured members, as text for people or JSON for programs; both are
 * written from the same result of the law.
 */
public final class PremiumAnswer {

    private final PremiumFacts household;
    private final List<PersonPremium> premiums;

    private PremiumAnswer(PremiumFacts household, List<PersonPremium> premiums) {
        this.household = household;
        this.premiums = premiums;
    }

    public static PremiumAnswer of(PremiumFacts household) {
        return new PremiumAnswer(household, household.premiums());
    }

    /**
     * What one insured member is told.
     *
     * @param heading name and amounts, e.g. 夫　保険料 203,600円（医療分 198,500円、子ども分 5,100円）
     * @param explanation how they came about
     */
    public record Told(String heading, Explanation explanation) {}

    /** Every insured member, in the order of the household. */
    public List<Told> told() {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < premiums.size(); i++) {
            PersonPremium premium = premiums.get(i);
            Assessment decided = premium.assessment();
            String child =
                    decided.child() == null ? "" : "、子ども分 " + Steps.yen(decided.childPremium());
            told.add(
                    new Told(
                            name(premium, i)
                                    + "　保険料 "
                                    + Steps.yen(decided.premium())
                                    + "（医療分 "
                                    + Steps.yen(decided.medical().premium())
                                    + child
                                    + "）",
                            premium.explain()));
        }
        return told;
    }

    /** A heading, the amounts and the explanation of each insured member. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Told one : told()) {
            text.append("■ ").append(one.heading()).append('\n');
            text.append(one.explanation().toText()).append('\n');
        }
        return text.toString();
    }

    private static String name(PersonPremium premium, int index) {
        String name = premium.person().name();
        return name.isEmpty() ? "被保険者" + (index + 1) : name;
    }

    /** All households as one JSON array. */
    public static String json(List<PremiumAnswer> answers) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            answers.forEach(answer -> answer.write(json));
            json.writeEndArray();
        }
        return text.toString();
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("union", household.union().code());
        json.writeNumberProperty("levyYear", household.levyYear().year());
        json.writeArrayPropertyStart("insured");
        for (int i = 0; i < premiums.size(); i++) {
            PersonPremium premium = premiums.get(i);
            json.writeStartObject();
            json.writeStringProperty("name", name(premium, i));
            json.writeNumberProperty("premium", premium.assessment().premium());
            json.writeNumberProperty("base", premium.assessment().base());
            part(json, "medical", premium.assessment().medical());
            PartAssessment child = premium.assessment().child();
            if (child != null) {
                part(json, "child", child);
            }
            explanation(json, premium.explain());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void explanation(JsonGenerator json, Explanation explanation) {
        json.writeName("explanation");
        json.writeRawValue(explanation.toJson());
    }

    private static void part(JsonGenerator json, String name, PartAssessment part) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("rate", part.rate().percent());
        json.writeNumberProperty("perCapita", part.perCapita());
        json.writeNumberProperty("incomePart", part.incomePart());
        json.writeNumberProperty("incomeReduction", part.incomeReduction());
        json.writeNumberProperty("relief", part.relief());
        json.writeNumberProperty("premium", part.premium());
        json.writeArrayPropertyStart("segments");
        for (SegmentAmounts segment : part.segments()) {
            json.writeStartObject();
            json.writeStringProperty("levyDate", segment.levyDate().toString());
            json.writeStringProperty("reduction", segment.reduction().name());
            json.writeNumberProperty("perCapitaReduction", segment.perCapitaReduction());
            json.writeNumberProperty("capExcess", segment.capExcess());
            json.writeNumberProperty("annual", segment.annual());
            json.writeNumberProperty("months", segment.months());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
