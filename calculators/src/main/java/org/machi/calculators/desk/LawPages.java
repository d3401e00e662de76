package org.machi.calculators.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.machi.law.rule.Rule;
import org.machi.law.rule.RuleRegister;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 法令のルール: which rule and which articles stand behind a line of a notice. */
@Controller
class LawPages {
    /** Lines of the letters and the rule behind each. */
    private static final List<Line> LINES =
            List.of(
                    new Line("賦課のもととなる所得金額", "income.base"),
                    new Line("所得割額", "premium.incomePart"),
                    new Line("均等割額", "premium.perCapita"),
                    new Line("減額区分", "reduction.class"),
                    new Line("均等割軽減額", "reduction.amount"),
                    new Line("元被扶養者の軽減", "reduction.dependant"),
                    new Line("限度超過額", "premium.cap"),
                    new Line("年保険料額", "premium.annual"),
                    new Line("月割減額", "premium.months"),
                    new Line("減免額", "relief.amount"),
                    new Line("保険料額", "premium.total"),
                    new Line("期別の保険料額", "ordinary.split"),
                    new Line("納期限", "ordinary.due"),
                    new Line("特別徴収額（4月から8月）", "deduction.provisional"),
                    new Line("特別徴収額（10月から2月）", "deduction.main"),
                    new Line("督促手数料", "late.demand"),
                    new Line("延滞金", "late.charge"),
                    new Line("還付加算金", "refund.interest"),
                    new Line("一部負担金の割合", "burden.share"));

    /**
     * A line of a letter.
     *
     * @param name as the letter says
     * @param rule its id in the register
     */
    record Line(String name, String rule) {}

    static List<Line> lines() {
        return LINES;
    }

    @GetMapping("/law")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "法令のルール")
    String rules(@RequestParam(defaultValue = "") String q, Trace trace, Model model) {
        trace.note("条件", q);
        Map<String, List<Rule>> areas =
                RuleRegister.all().stream()
                        .filter(rule -> matches(rule, q.strip()))
                        .collect(
                                Collectors.groupingBy(
                                        Rule::area, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("q", q);
        model.addAttribute("areas", areas);
        model.addAttribute("lines", LINES);
        return "calculators/law";
    }

    /** By name, article, area, id, or the line of a letter. */
    static boolean matches(Rule rule, String words) {
        return words.isEmpty()
                || Stream.concat(
                                Stream.of(rule.name(), rule.area(), rule.id()),
                                rule.articles().stream())
                        .anyMatch(text -> text.contains(words))
                || LINES.stream()
                        .anyMatch(line ->
                                line.rule().equals(rule.id()) && line.name().contains(words));
    }
}
