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
        model.addAttribute("lines", LetterLine.all());
        return "calculators/law";
    }

    /** By name, article, area, id, or the line of a letter. */
    static boolean matches(Rule rule, String words) {
        String line = LetterLine.plain(words);
        return words.isEmpty()
                || Stream.concat(
                                Stream.of(rule.name(), rule.area(), rule.id()),
                                rule.articles().stream())
                        .anyMatch(text -> text.contains(words))
                || LetterLine.all().stream()
                        .anyMatch(one -> one.rule().equals(rule.id()) && one.name().contains(line));
    }
}
