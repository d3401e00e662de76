package org.machi.city.people.inquiry;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.machi.city.people.Issues;
import org.machi.city.people.PeopleDesk;
import org.machi.city.people.PersonHeads;
import org.machi.city.people.tax.AmountsForm;
import org.machi.city.people.tax.TaxDesk;
import org.machi.city.people.tax.TypedIncome.Amounts;
import org.machi.formats.layout.IncomeAnswerFile;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 文書による照会: of one person to others, and what others ask on paper. */
@Controller
class PaperInquiryPages {

    private final OwnQuestions questions;
    private final TypedAnswers answers;
    private final ReceivedPaper received;
    private final PersonHeads heads;
    private final BusinessDate businessDate;

    PaperInquiryPages(
            OwnQuestions questions,
            TypedAnswers answers,
            ReceivedPaper received,
            PersonHeads heads,
            BusinessDate businessDate) {
        this.answers = answers;
        this.questions = questions;
        this.received = received;
        this.heads = heads;
        this.businessDate = businessDate;
    }

    @GetMapping("/people/{personNo}/inquiries")
    @RequiresDuty(PeopleDesk.INQUIRIES)
    @Audited(action = "照会", object = "所得照会・住基照会")
    String of(@PathVariable long personNo, Trace trace, Model model) {
        trace.person(personNo);
        model.addAttribute("personNo", personNo);
        model.addAttribute("whose", heads.whose(personNo, trace.clerk()));
        model.addAttribute("questions", questions.of(personNo));
        model.addAttribute("answers", IncomeAnswerFile.ANSWER.type().meanings());
        model.addAttribute("own", trace.clerk().staffNo());
        model.addAttribute("mayConfirm", trace.clerk().may(TaxDesk.CONFIRM));
        model.addAttribute("today", businessDate.today());
        model.addAttribute("levyYear", businessDate.today().minusMonths(3).getYear());
        return "city/people/person-inquiries";
    }

    @PostMapping("/people/{personNo}/inquiries")
    @RequiresDuty(PeopleDesk.INQUIRIES)
    @Audited(action = "登録", object = "所得照会・住基照会")
    String ask(
            @PathVariable long personNo,
            @RequestParam Map<String, String> form,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo);
        LocalDate today = businessDate.today();
        OwnQuestions.Wanted wanted =
                new OwnQuestions.Wanted(
                        "RESIDENCE".equals(form.get("kind")) ? "RESIDENCE" : "INCOME",
                        AmountsForm.year(form, today.minusMonths(3).getYear()),
                        form.getOrDefault("toCode", "").strip(),
                        form.getOrDefault("toName", "").strip());
        return answer(
                "/people/" + personNo + "/inquiries",
                questions.ask(personNo, wanted, today),
                "照会を登録しました。照会書を印刷してください。",
                next);
    }

    @PostMapping("/people/{personNo}/inquiries/{inquiryNo}/letter.pdf")
    @Issues
    @RequiresDuty(PeopleDesk.INQUIRIES)
    @Audited(action = "印刷", object = "照会書 {inquiryNo}")
    ResponseEntity<byte[]> letter(
            @PathVariable long personNo, @PathVariable String inquiryNo, Trace trace) {
        trace.person(personNo);
        return pdf(questions.letter(personNo, inquiryNo, businessDate.today()));
    }

    @PostMapping("/people/{personNo}/inquiries/{inquiryNo}/answer")
    @RequiresDuty(PeopleDesk.INQUIRIES)
    @Audited(action = "入力", object = "照会の回答 {inquiryNo}")
    String typed(
            @PathVariable long personNo,
            @PathVariable String inquiryNo,
            @RequestParam Map<String, String> form,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo);
        String code = form.getOrDefault("answer", "");
        Optional<Amounts> amounts =
                AmountsForm.read(code.equals("1") ? form : Map.of("none", "true"));
        boolean readable =
                IncomeAnswerFile.ANSWER.type().meanings().containsKey(code) && amounts.isPresent();
        if (readable) {
            answers.enter(
                    work(personNo, inquiryNo, trace),
                    new TypedAnswers.Answer(
                            code, amounts.orElseThrow(), form.getOrDefault("text", "").strip()));
        }
        return answer(
                "/people/" + personNo + "/inquiries",
                readable ? Optional.empty() : Optional.of("回答区分と、所得ありのときは金額を入れてください。"),
                "回答を入力しました。別の職員が確認すると回答となり、所得は広域連合へ送ります。",
                next);
    }

    @PostMapping("/people/{personNo}/inquiries/{inquiryNo}/confirm")
    @RequiresDuty(TaxDesk.CONFIRM)
    @Audited(action = "確認", object = "照会の回答 {inquiryNo}")
    String confirm(
            @PathVariable long personNo,
            @PathVariable String inquiryNo,
            @RequestParam(defaultValue = "") String seen,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo);
        return answer(
                "/people/" + personNo + "/inquiries",
                answers.confirm(work(personNo, inquiryNo, trace), seen),
                "回答を確認しました。所得は次の送付で広域連合へ送ります。",
                next);
    }

    @PostMapping("/people/{personNo}/inquiries/{inquiryNo}/return")
    @RequiresDuty(PeopleDesk.INQUIRIES)
    @Audited(action = "差戻し", object = "照会の回答 {inquiryNo}")
    String giveBack(
            @PathVariable long personNo,
            @PathVariable String inquiryNo,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).reason(reason);
        boolean told = !reason.isBlank();
        if (told) {
            answers.giveBack(work(personNo, inquiryNo, trace), reason.strip());
        }
        return answer(
                "/people/" + personNo + "/inquiries",
                told ? Optional.empty() : Optional.of("差し戻す理由を入れてください。"),
                "回答を差し戻しました。入力し直してください。",
                next);
    }

    private TypedAnswers.Work work(long personNo, String inquiryNo, Trace trace) {
        return new TypedAnswers.Work(
                personNo, inquiryNo, trace.clerk().staffNo(), businessDate.today());
    }

    @GetMapping("/people/inquiries/paper")
    @RequiresDuty(PeopleDesk.INQUIRIES)
    @Audited(action = "照会", object = "文書で受けた照会")
    String paper(Model model) {
        model.addAttribute("open", received.open());
        model.addAttribute("today", businessDate.today());
        model.addAttribute("levyYear", businessDate.today().minusMonths(3).getYear());
        return "city/people/paper-inquiries";
    }

    @PostMapping("/people/inquiries/paper")
    @RequiresDuty(PeopleDesk.INQUIRIES)
    @Audited(action = "受付", object = "文書で受けた照会")
    String take(
            @RequestParam Map<String, String> form,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    Optional<LocalDate> answerDue,
            RedirectAttributes next) {
        LocalDate today = businessDate.today();
        ReceivedPaper.Paper paper =
                new ReceivedPaper.Paper(
                        "RESIDENCE".equals(form.get("kind")) ? "RESIDENCE" : "INCOME",
                        form.getOrDefault("asker", "").strip(),
                        form.getOrDefault("askerName", "").strip(),
                        form.getOrDefault("inquiryNo", "").strip(),
                        AmountsForm.year(form, today.minusMonths(3).getYear()),
                        form.getOrDefault("name", "").strip(),
                        form.getOrDefault("kana", "").strip(),
                        form.getOrDefault("birthOn", "").strip(),
                        "1".equals(form.get("sex")) ? "1" : "2",
                        answerDue.orElse(today.plusMonths(1)));
        return answer("/people/inquiries/paper", received.take(paper, today), "照会を受け付けました。", next);
    }

    @PostMapping("/people/inquiries/paper/{asker}/{inquiryNo}")
    @RequiresDuty(PeopleDesk.INQUIRIES)
    @Audited(action = "印刷", object = "照会の回答 {asker} {inquiryNo}")
    ResponseEntity<byte[]> answered(
            @PathVariable String asker, @PathVariable String inquiryNo, Trace trace) {
        ReceivedPaper.Answered answer = received.answer(asker, inquiryNo, businessDate.today());
        Long about = answer.personNo();
        if (about != null) {
            trace.person(about);
        }
        return pdf(answer.pdf());
    }

    private static ResponseEntity<byte[]> pdf(byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"inquiry.pdf\"")
                .body(pdf);
    }

    private static String answer(
            String path, Optional<String> refusal, String done, RedirectAttributes next) {
        next.addFlashAttribute(refusal.isPresent() ? "refused" : "told", refusal.orElse(done));
        return "redirect:" + path;
    }
}
