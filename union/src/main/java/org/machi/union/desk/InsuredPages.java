package org.machi.union.desk;

import java.util.List;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.union.assessment.Explanations;
import org.machi.union.burden.BurdenHistory;
import org.machi.union.desk.InsuredLookUp.Found;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 被保険者: search, one person's history of eligibility and premiums, and how each came about. The
 * search is a form that is posted, so that names and birth dates stand in no address, no log and no
 * history of the browser.
 */
@Controller
class InsuredPages {

    private final InsuredLookUp lookUp;
    private final Explanations explanations;
    private final BurdenHistory burden;
    private final HomeLookUp homes;

    InsuredPages(
            InsuredLookUp lookUp,
            Explanations explanations,
            BurdenHistory burden,
            HomeLookUp homes) {
        this.lookUp = lookUp;
        this.homes = homes;
        this.explanations = explanations;
        this.burden = burden;
    }

    @GetMapping("/insured")
    @RequiresDuty(UnionDesk.INSURED_LOOK)
    @Audited(action = "表示", object = "被保険者検索")
    String form(Model model) {
        model.addAttribute("q", "");
        model.addAttribute("found", List.of());
        model.addAttribute("full", false);
        return "union/insured-list";
    }

    @PostMapping("/insured")
    @RequiresDuty(UnionDesk.INSURED_LOOK)
    @Audited(action = "検索", object = "被保険者")
    String search(@RequestParam(defaultValue = "") String q, Trace trace, Model model) {
        List<Found> found = lookUp.search(q);
        trace.note("条件", q).people(found.stream().map(f -> (long) f.naturalId()).toList());
        model.addAttribute("q", q);
        model.addAttribute("found", found);
        model.addAttribute("full", found.size() == InsuredLookUp.foundAtMost());
        return "union/insured-list";
    }

    @GetMapping("/insured/{number}")
    @RequiresDuty(UnionDesk.INSURED_LOOK)
    @Audited(action = "照会", object = "被保険者 {number}")
    String insured(@PathVariable String number, Trace trace, Model model) {
        model.addAttribute("records", records(number, trace));
        model.addAttribute("number", number);
        model.addAttribute("history", lookUp.history(number));
        model.addAttribute("homes", homes.of(number));
        model.addAttribute("copay", lookUp.copay(number).orElse(null));
        model.addAttribute("burden", burden.of(number));
        model.addAttribute("decisions", lookUp.decisions(number));
        model.addAttribute("shares", lookUp.shares(number));
        model.addAttribute("instalments", lookUp.instalments(number));
        return "union/insured";
    }

    @GetMapping("/insured/{number}/decisions/{levyYear}/{version}")
    @RequiresDuty(UnionDesk.INSURED_LOOK)
    @Audited(action = "照会", object = "計算根拠 {number}")
    String explanation(
            @PathVariable String number,
            @PathVariable int levyYear,
            @PathVariable int version,
            Trace trace,
            Model model) {
        model.addAttribute("records", records(number, trace));
        model.addAttribute("number", number);
        model.addAttribute("levyYear", levyYear);
        model.addAttribute("version", version);
        model.addAttribute(
                "explained",
                explanations.explain(number, levyYear, version).orElseThrow(NothingThere::new));
        return "union/explanation";
    }

    @GetMapping("/insured/{number}/burden/{decisionId}")
    @RequiresDuty(UnionDesk.INSURED_LOOK)
    @Audited(action = "照会", object = "負担割合の判定根拠 {number}")
    String burden(
            @PathVariable String number, @PathVariable long decisionId, Trace trace, Model model) {
        model.addAttribute("records", records(number, trace));
        model.addAttribute("number", number);
        model.addAttribute(
                "judged", burden.explain(number, decisionId).orElseThrow(NothingThere::new));
        return "union/burden";
    }

    private List<Found> records(String number, Trace trace) {
        List<Found> records = lookUp.records(number);
        if (records.isEmpty()) {
            throw new NothingThere();
        }
        trace.person(records.getFirst().naturalId());
        return records;
    }
}
