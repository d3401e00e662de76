package org.machi.calculators.desk;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.machi.calculators.premium.FactItem;
import org.machi.calculators.premium.FactProblem;
import org.machi.calculators.premium.FactRow;
import org.machi.calculators.premium.FactSheet;
import org.machi.calculators.premium.FactsRefused;
import org.machi.calculators.premium.PremiumAnswer;
import org.machi.calculators.premium.PremiumAnswer.Told;
import org.machi.calculators.premium.PremiumTable;
import org.machi.law.LawException;
import org.machi.law.LevyYear;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.PremiumFacts;
import org.machi.law.premium.TaxItem;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 保険料の試算: a household as a form, or many as CSV or JSON. Names may stand in it, so everything is
 * posted and nothing is in an address. Nothing is stored.
 */
@Controller
class PremiumPages {
    /** More households than a person reads; they come as a file. */
    private static final int SHOWN = 20;

    /** 令和2年度, the first whose values are kept. */
    private static final int FIRST_YEAR = 2020;

    /** What a file may say. */
    private static final List<String> ITEMS =
            Stream.concat(
                            Arrays.stream(FactItem.values()).map(FactItem::japanese),
                            Arrays.stream(TaxItem.values()).map(TaxItem::japanese))
                    .toList();

    private final OrganisationSettings office;
    private final BusinessDate businessDate;

    PremiumPages(OrganisationSettings office, BusinessDate businessDate) {
        this.office = office;
        this.businessDate = businessDate;
    }

    @GetMapping("/calculate/premium")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "保険料の試算の用紙")
    String form(Model model) {
        return page(model, Map.of());
    }

    /** One household from the form. */
    @PostMapping("/calculate/premium")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "試算", object = "保険料の試算")
    String household(@RequestParam Map<String, String> sent, Trace trace, Model model) {
        List<FactRow> rows = HouseholdForm.of(sent).rows();
        trace.note("人数", rows.size() + "人");
        answer(model, () -> FactSheet.of(rows, defaults(sent)), "人目");
        return page(model, sent);
    }

    /** Many households as CSV or JSON, each insured member with the explanation. */
    @PostMapping("/calculate/premium/households")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "試算", object = "保険料の試算（まとめて）")
    String households(@RequestParam Map<String, String> sent, Trace trace, Model model) {
        FactSheet sheet = answer(model, () -> read(sent), "行目");
        trace.note("件数", (sheet == null ? 0 : sheet.homes().size()) + "世帯");
        return page(model, sent);
    }

    /** The same as a file, one line an insured person. */
    @PostMapping("/calculate/premium/cases")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "試算", object = "保険料の試算（CSV）")
    Object table(@RequestParam Map<String, String> sent, Trace trace, Model model)
            throws IOException {
        StringWriter answers = new StringWriter();
        try {
            PremiumTable table = new PremiumTable(answers).add(read(sent));
            trace.note("件数", table.households() + "世帯（誤り" + table.rejected() + "世帯）");
        } catch (FactsRefused wrong) {
            model.addAttribute("problems", texts(wrong, "行目"));
            return page(model, sent);
        } catch (LawException noAnswer) {
            model.addAttribute("problems", List.of(String.valueOf(noAnswer.getMessage())));
            return page(model, sent);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("保険料.csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(answers.toString());
    }

    private static @Nullable FactSheet answer(
            Model model, Supplier<FactSheet> source, String place) {
        FactSheet sheet = null;
        try {
            sheet = source.get();
            List<Told> answers = new ArrayList<>();
            List<PremiumFacts> households = sheet.households();
            for (PremiumFacts household : households.stream().limit(SHOWN).toList()) {
                answers.addAll(PremiumAnswer.of(household).told());
            }
            model.addAttribute("answers", answers);
            model.addAttribute("left", Math.max(0, households.size() - SHOWN));
        } catch (FactsRefused wrong) {
            model.addAttribute("problems", texts(wrong, place));
        } catch (LawException noAnswer) {
            model.addAttribute("problems", List.of(String.valueOf(noAnswer.getMessage())));
        }
        return sheet;
    }

    private static List<String> texts(FactsRefused wrong, String place) {
        return wrong.problems().stream().map((FactProblem p) -> p.text(place)).toList();
    }

    private FactSheet read(Map<String, String> sent) {
        return FactSheet.read(sent.getOrDefault("households", "").strip(), defaults(sent));
    }

    private FactSheet.Defaults defaults(Map<String, String> sent) {
        return new FactSheet.Defaults(UnionCode.of(union(sent)), year(sent));
    }

    private String union(Map<String, String> sent) {
        return sent.getOrDefault("union", OfficeUnion.of(office).code());
    }

    private LevyYear year(Map<String, String> sent) {
        String year = sent.getOrDefault("year", "");
        return year.matches("20[0-9]{2}")
                ? new LevyYear(Integer.parseInt(year))
                : LevyYear.containing(businessDate.today());
    }

    private String page(Model model, Map<String, String> sent) {
        int thisYear = LevyYear.containing(businessDate.today()).year();
        model.addAttribute("form", HouseholdForm.of(sent));
        model.addAttribute("unions", UnionCode.all());
        model.addAttribute("union", union(sent));
        model.addAttribute("year", year(sent).year());
        List<LevyYear> years = new ArrayList<>();
        for (int year = thisYear; year >= FIRST_YEAR; year--) {
            years.add(new LevyYear(year));
        }
        model.addAttribute("years", years);
        model.addAttribute("items", ITEMS);
        model.addAttribute("households", sent.getOrDefault("households", ""));
        return "calculators/premium";
    }
}
