package org.machi.city.people.tax;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.machi.city.people.Issues;
import org.machi.city.people.PersonHeads;
import org.machi.city.people.tax.TypedIncome.Amounts;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.desk.Tab;
import org.machi.platform.forms.PrintResult;
import org.machi.platform.forms.Wording;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** 所得・課税情報 of a person, 未申告者 as a list, and the 簡易申告 from its paper to its confirmation. */
@Controller
class TaxPages {

    private static final int DAYS_TO_RETURN = 30;
    private static final String LIST = "/people/undeclared";

    private final TaxBook book;
    private final Undeclared undeclared;
    private final Declarations declarations;
    private final DeclarationPaper paper;
    private final PersonHeads heads;
    private final BusinessDate businessDate;

    TaxPages(
            TaxBook book,
            Undeclared undeclared,
            Declarations declarations,
            DeclarationPaper paper,
            PersonHeads heads,
            BusinessDate businessDate) {
        this.book = book;
        this.undeclared = undeclared;
        this.declarations = declarations;
        this.paper = paper;
        this.heads = heads;
        this.businessDate = businessDate;
    }

    @GetMapping("/people/{personNo}/tax")
    @RequiresDuty(TaxDesk.LOOK)
    @Audited(action = "照会", object = "所得・課税情報")
    String tax(@PathVariable long personNo, Trace trace, Model model) {
        trace.person(personNo);
        model.addAttribute("personNo", personNo);
        model.addAttribute("whose", heads.whose(personNo, trace.clerk()));
        model.addAttribute("years", book.of(personNo));
        model.addAttribute("levyYear", Undeclared.levyYear(businessDate.today()));
        model.addAttribute("openYears", Declarations.openYears(businessDate.today()));
        model.addAttribute("mayEnter", trace.clerk().may(TaxDesk.DECLARE));
        return "city/people/tax";
    }

    @GetMapping("/people/undeclared")
    @RequiresDuty(TaxDesk.DECLARE)
    @Audited(action = "照会", object = "未申告者")
    String list(@RequestParam Optional<Integer> levyYear, Trace trace, Model model) {
        LocalDate today = businessDate.today();
        int year = open(levyYear, today);
        List<Undeclared.Line> lines = undeclared.list(year, today);
        List<Declarations.Waiting> waiting = declarations.waiting();
        trace.people(lines.stream().map(Undeclared.Line::personNo).toList());
        trace.people(waiting.stream().map(Declarations.Waiting::personNo).toList());
        model.addAttribute("levyYear", year);
        model.addAttribute(
                "years",
                Declarations.openYears(today).stream()
                        .map(one ->
                                new Tab(
                                        Wording.fiscalYear(one),
                                        LIST + "?levyYear=" + one,
                                        one == year))
                        .toList());
        model.addAttribute("lines", lines);
        model.addAttribute("waiting", waiting);
        model.addAttribute("own", trace.clerk().staffNo());
        model.addAttribute("mayConfirm", trace.clerk().may(TaxDesk.CONFIRM));
        return "city/people/undeclared";
    }

    /** 簡易申告書 of everybody on the list who got none yet; stopped people are left out. */
    @PostMapping("/people/undeclared/forms")
    @RequiresDuty(TaxDesk.DECLARE)
    @Audited(action = "印刷", object = "簡易申告書（一括）")
    Object print(@RequestParam Optional<Integer> levyYear, Trace trace, ServletWebRequest web) {
        LocalDate today = businessDate.today();
        int year = open(levyYear, today);
        List<Long> people =
                undeclared.list(year, today).stream()
                        .filter(one -> one.printedOn() == null && !one.stopped())
                        .map(Undeclared.Line::personNo)
                        .toList();
        if (people.isEmpty()) {
            tell(web, "簡易申告書を印刷する人はいません（未印刷の人がいないか、発行抑止中です）。");
            return "redirect:" + LIST;
        }
        return printed(people, year, trace, web);
    }

    @PostMapping("/people/{personNo}/declaration.pdf")
    @Issues
    @RequiresDuty(TaxDesk.DECLARE)
    @Audited(action = "印刷", object = "簡易申告書")
    Object one(
            @PathVariable long personNo,
            @RequestParam Optional<Integer> year,
            Trace trace,
            ServletWebRequest web) {
        LocalDate today = businessDate.today();
        int levyYear = year.orElse(Undeclared.levyYear(today));
        if (book.of(personNo).isEmpty() || !Declarations.isOpen(levyYear, today)) {
            throw new NothingThere();
        }
        return printed(List.of(personNo), levyYear, trace, web);
    }

    /** The year that was asked for, as long as its incomes can still count. */
    private static int open(Optional<Integer> levyYear, LocalDate today) {
        return levyYear.filter(year -> Declarations.isOpen(year, today))
                .orElse(Undeclared.levyYear(today));
    }

    /** Only what was drawn counts as printed; the others stay on the list and are named. */
    private Object printed(List<Long> people, int year, Trace trace, ServletWebRequest web) {
        LocalDate today = businessDate.today();
        LocalDate returnBy = today.plusDays(DAYS_TO_RETURN);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PrintResult result = paper.print(people, year, returnBy, today, pdf);
        List<Long> drawn = result.index().stream().map(entry -> entry.letter().personNo()).toList();
        trace.people(people).note("件数", drawn.size()).note("引抜き", result.setAside());
        declarations.printed(drawn, year, returnBy, trace.clerk().staffNo(), today);
        if (result.setAside() > 0) {
            tell(web, undrawable(result));
        }
        if (drawn.isEmpty()) {
            return "redirect:" + LIST;
        }
        // The PDF leads nowhere: what is to be told stands on the list when it is opened next.
        RequestContextUtils.saveOutputFlashMap(
                LIST, web.getRequest(), Objects.requireNonNull(web.getResponse()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"declarations.pdf\"")
                .body(pdf.toByteArray());
    }

    private static void tell(ServletWebRequest web, String words) {
        RequestContextUtils.getOutputFlashMap(web.getRequest()).put("refused", words);
    }

    private static String undrawable(PrintResult result) {
        return result.undrawable().stream()
                .map(one -> "宛名番号%d %s %s".formatted(one.personNo(), one.field(), one.codePoints()))
                .distinct()
                .collect(Collectors.joining("、", "手元の字形で描けない文字があるため、印刷していません：", ""));
    }

    @PostMapping("/people/{personNo}/declaration")
    @RequiresDuty(TaxDesk.DECLARE)
    @Audited(action = "受付", object = "簡易申告")
    String enter(
            @PathVariable long personNo,
            @RequestParam Map<String, String> form,
            Trace trace,
            RedirectAttributes next) {
        LocalDate today = businessDate.today();
        trace.person(personNo);
        Optional<Amounts> amounts = AmountsForm.read(form);
        if (amounts.isEmpty()) {
            next.addFlashAttribute("refused", AmountsForm.FAULT);
        } else {
            boolean asked = !form.getOrDefault("year", "").isBlank();
            int year = AmountsForm.year(form, asked ? 0 : Undeclared.levyYear(today));
            Optional<String> refusal =
                    declarations.enter(
                            personNo, year, amounts.get(), trace.clerk().staffNo(), today);
            next.addFlashAttribute(
                    refusal.isPresent() ? "refused" : "told",
                    refusal.orElse("簡易申告を受け付けました。別の職員が確認すると広域連合へ送ります。"));
        }
        return "redirect:/people/" + personNo + "/tax";
    }

    @PostMapping("/people/{personNo}/declaration/{year}/confirm")
    @RequiresDuty(TaxDesk.CONFIRM)
    @Audited(action = "確認", object = "簡易申告 {year}")
    String confirm(
            @PathVariable long personNo,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String seen,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo);
        Optional<String> refusal =
                declarations.confirm(
                        new Declarations.Seen(personNo, year, seen),
                        trace.clerk().staffNo(),
                        businessDate.today());
        next.addFlashAttribute(
                refusal.isPresent() ? "refused" : "told",
                refusal.orElse("簡易申告を確認しました。次の送付で広域連合へ送ります。"));
        return "redirect:/people/undeclared";
    }
}
