package org.machi.calculators.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machi.calculators.Calculator;
import org.machi.calculators.Calculators;
import org.machi.calculators.cases.Outcome;
import org.machi.calculators.facts.Field;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 試算: a form for each calculator, the answer and its steps below. Nothing is stored. */
@Controller
class CalculatorPages {

    @GetMapping("/calculate")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "試算の一覧")
    String list(Model model) {
        model.addAttribute("calculators", Calculators.all());
        return "calculators/list";
    }

    @GetMapping("/calculate/{code}")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "試算", object = "試算 {code}")
    String form(@PathVariable String code, @RequestParam Map<String, String> asked, Model model) {
        Calculator calculator = Calculators.find(code).orElseThrow(NothingThere::new);
        model.addAttribute("calculator", calculator);
        model.addAttribute("values", values(calculator, asked));
        Map<String, String> written = written(calculator, asked);
        if (!written.isEmpty()) {
            switch (Outcome.of(calculator, written, "")) {
                case Outcome.Answered(var answer) -> model.addAttribute("answer", answer);
                case Outcome.Rejected(var problems) -> model.addAttribute("problems", problems);
            }
        }
        return "calculators/form";
    }

    /** What the form shows: what was written, else what holds when nothing is. */
    private static Map<String, String> values(Calculator calculator, Map<String, String> asked) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : calculator.fields()) {
            values.put(field.english(), asked.getOrDefault(field.english(), field.standard()));
        }
        return values;
    }

    /** Facts of this calculator that are not empty; other words of the address are not its own. */
    private static Map<String, String> written(Calculator calculator, Map<String, String> asked) {
        Map<String, String> written = new LinkedHashMap<>();
        List<String> names = calculator.fields().stream().map(Field::english).toList();
        asked.forEach((name, value) -> {
            if (names.contains(name) && !value.isBlank()) {
                written.put(name, value.strip());
            }
        });
        return written;
    }
}
