package org.machi.calculators.desk;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machi.calculators.Calculator;
import org.machi.calculators.Calculators;
import org.machi.calculators.cases.CsvCases;
import org.machi.calculators.cases.Outcome;
import org.machi.calculators.cases.Tally;
import org.machi.calculators.facts.Field;
import org.machi.calculators.facts.Refused;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    /** Many cases: lines of CSV in, a file with the same lines and the answers out. */
    @PostMapping("/calculate/{code}/cases")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "試算", object = "試算 {code}（まとめて）")
    Object cases(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String cases,
            Trace trace,
            Model model) {
        Calculator calculator = Calculators.find(code).orElseThrow(NothingThere::new);
        StringWriter answers = new StringWriter();
        try {
            Tally tally =
                    new CsvCases(calculator, Map.of())
                            .run(new StringReader(cases.strip()), answers);
            trace.note("件数", tally.cases() + "件（誤り" + tally.rejected() + "件）");
        } catch (Refused wrong) {
            model.addAttribute("calculator", calculator);
            model.addAttribute("values", values(calculator, Map.of()));
            model.addAttribute("problems", wrong.problems());
            model.addAttribute("cases", cases);
            return "calculators/form";
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(calculator.title() + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(answers.toString());
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
