package org.machi.city.linkage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 移転・提供: the register of definitions, and media and paper from request to receipt. */
@Controller
class TransferPages {

    private static final int SHOWN = 30;

    private final Definitions definitions;
    private final Dispatches dispatches;
    private final Media media;
    private final BusinessDate businessDate;

    TransferPages(
            Definitions definitions,
            Dispatches dispatches,
            Media media,
            BusinessDate businessDate) {
        this.definitions = definitions;
        this.dispatches = dispatches;
        this.media = media;
        this.businessDate = businessDate;
    }

    @GetMapping("/transfers")
    @RequiresDuty(LinkageDesk.LOOK)
    @Audited(action = "照会", object = "移転・提供の定義")
    String all(Clerk clerk, Model model) {
        model.addAttribute("definitions", definitions.all());
        model.addAttribute("provisions", definitions.provisions());
        model.addAttribute("open", dispatches.open());
        model.addAttribute("mayCheck", clerk.may(LinkageDesk.LEDGER));
        return "city/linkage/transfers";
    }

    @GetMapping("/transfers/{code}")
    @RequiresDuty(LinkageDesk.LOOK)
    @Audited(action = "照会", object = "移転・提供の定義 {code}")
    String one(@PathVariable String code, Clerk clerk, Model model) {
        Definition definition = definition(code);
        model.addAttribute("definition", definition);
        model.addAttribute("readings", definitions.readings(code, SHOWN));
        model.addAttribute("dispatches", dispatches.of(code, SHOWN));
        model.addAttribute(
                "media",
                media.all().stream().filter(medium -> medium.retiredOn() == null).toList());
        model.addAttribute("mayRequest", clerk.may(LinkageDesk.REQUEST));
        model.addAttribute("mayApprove", clerk.may(LinkageDesk.APPROVE));
        return "city/linkage/transfer";
    }

    private Definition definition(String code) {
        return definitions.find(code).orElseThrow(NothingThere::new);
    }

    @PostMapping("/transfers/{code}/suspend")
    @RequiresDuty(LinkageDesk.APPROVE)
    @Audited(action = "更新", object = "移転・提供の定義 {code} の停止・再開")
    String suspend(
            @PathVariable String code,
            @RequestParam boolean suspended,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        definition(code);
        trace.reason(note);
        return answer(
                "/transfers/" + code,
                next,
                () -> {
                    if (note.isBlank()) {
                        throw new Dispatches.Refused("停止・再開の理由を入れてください。");
                    }
                    if (!definitions.suspend(
                            code,
                            suspended,
                            businessDate.today(),
                            trace.clerk().staffNo(),
                            note.strip())) {
                        throw new Dispatches.Refused("ほかの職員が先に処理しました。画面を開き直してください。");
                    }
                    return suspended ? "停止しました。" : "再開しました。";
                });
    }

    @PostMapping("/transfers/{code}/requests")
    @RequiresDuty(LinkageDesk.REQUEST)
    @Audited(action = "更新", object = "移転 {code} の申請")
    String request(
            @PathVariable String code,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable String medium,
            @RequestParam(required = false) @Nullable String people,
            Trace trace,
            RedirectAttributes next) {
        Definition definition = definition(code);
        trace.reason(reason);
        return answer(
                "/transfers/" + code,
                next,
                () -> {
                    List<Long> numbers = people == null ? null : numbers(people);
                    if (numbers != null) {
                        trace.people(numbers);
                    }
                    long number =
                            dispatches.request(
                                    new Dispatches.Request(definition, reason, medium, numbers),
                                    businessDate.today(),
                                    actor(trace.clerk(), "移転の申請・持ち出し"));
                    return "申請番号 " + number + " で申請しました。別の職員の承認を待ちます。";
                });
    }

    private static List<Long> numbers(String typed) {
        List<Long> numbers = new ArrayList<>();
        for (String word : typed.strip().split("[\\s,、]+")) {
            if (!word.isEmpty()) {
                if (!word.matches("[0-9]{1,15}")) {
                    throw new Dispatches.Refused("宛名番号は15桁までの数字です: " + word);
                }
                numbers.add(Long.parseLong(word));
            }
        }
        return numbers;
    }

    @GetMapping("/transfer-requests/{number}")
    @RequiresDuty(LinkageDesk.LOOK)
    @Audited(action = "照会", object = "移転の申請 {number}")
    String dispatch(@PathVariable long number, Clerk clerk, Model model) {
        Dispatch dispatch = find(number);
        boolean own = dispatch.requestedBy().equals(clerk.staffNo());
        model.addAttribute("dispatch", dispatch);
        model.addAttribute("definition", definition(dispatch.definition()));
        model.addAttribute("mayApprove", clerk.may(LinkageDesk.APPROVE));
        model.addAttribute(
                "decides",
                clerk.may(LinkageDesk.APPROVE)
                        && !own
                        && dispatch.state() == Dispatch.State.REQUESTED);
        model.addAttribute(
                "withdraws",
                clerk.may(LinkageDesk.APPROVE) && dispatch.state() == Dispatch.State.APPROVED);
        model.addAttribute(
                "takes",
                clerk.may(LinkageDesk.REQUEST)
                        && own
                        && dispatch.state() == Dispatch.State.APPROVED);
        model.addAttribute(
                "receives",
                clerk.may(LinkageDesk.REQUEST) && dispatch.state() == Dispatch.State.TAKEN);
        return "city/linkage/request";
    }

    private Dispatch find(long number) {
        return dispatches.find(number).orElseThrow(NothingThere::new);
    }

    @PostMapping("/transfer-requests/{number}/decide")
    @RequiresDuty(LinkageDesk.APPROVE)
    @Audited(action = "更新", object = "移転の承認 {number}")
    String decide(
            @PathVariable long number,
            @RequestParam boolean agreed,
            @RequestParam(defaultValue = "") String note,
            Trace trace,
            RedirectAttributes next) {
        trace.reason(note);
        Dispatch dispatch = find(number);
        return answer(
                "/transfer-requests/" + number,
                next,
                () -> {
                    dispatches.decide(
                            dispatch,
                            agreed,
                            note,
                            businessDate.today(),
                            actor(trace.clerk(), "移転の承認"));
                    return agreed ? "承認しました。申請した職員が持ち出せます。" : "否認しました。内容は消去しました。";
                });
    }

    @PostMapping("/transfer-requests/{number}/withdraw")
    @RequiresDuty(LinkageDesk.APPROVE)
    @Audited(action = "更新", object = "移転の取りやめ {number}")
    String withdraw(
            @PathVariable long number,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        trace.reason(note);
        Dispatch dispatch = find(number);
        return answer(
                "/transfer-requests/" + number,
                next,
                () -> {
                    dispatches.withdraw(
                            dispatch, note, businessDate.today(), trace.clerk().staffNo());
                    return "取りやめました。内容は消去しました。";
                });
    }

    @PostMapping("/transfer-requests/{number}/fetch")
    @RequiresDuty(LinkageDesk.REQUEST)
    @Audited(action = "出力", object = "移転の持ち出し {number}")
    Object fetch(@PathVariable long number, Trace trace, RedirectAttributes next) {
        Dispatch dispatch = find(number);
        try {
            byte[] content =
                    dispatches.fetch(
                            dispatch, businessDate.today(), actor(trace.clerk(), "移転の申請・持ち出し"));
            trace.note("媒体", String.valueOf(dispatch.mediumNo()))
                    .note("件数", dispatch.rowCount())
                    .note("SHA-256", dispatch.sha256());
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(dispatch.fileName(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .contentType(
                            dispatch.fileName().endsWith(".pdf")
                                    ? MediaType.APPLICATION_PDF
                                    : new MediaType("text", "csv", StandardCharsets.UTF_8))
                    .body(content);
        } catch (Dispatches.Refused refused) {
            next.addFlashAttribute("refused", refused.getMessage());
            return "redirect:/transfer-requests/" + number;
        }
    }

    @PostMapping("/transfer-requests/{number}/receipt")
    @RequiresDuty(LinkageDesk.REQUEST)
    @Audited(action = "更新", object = "移転の受領 {number}")
    String receipt(
            @PathVariable long number,
            @RequestParam String name,
            Trace trace,
            RedirectAttributes next) {
        Dispatch dispatch = find(number);
        trace.note("受領", name);
        return answer(
                "/transfer-requests/" + number,
                next,
                () -> {
                    dispatches.received(dispatch, name, businessDate.today());
                    return "受領を記録し、こちらの内容を消去しました。";
                });
    }

    static String answer(String path, RedirectAttributes next, Supplier<String> deed) {
        try {
            next.addFlashAttribute("told", deed.get());
        } catch (Dispatches.Refused refused) {
            next.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:" + path;
    }

    private static Actor actor(Clerk clerk, String duty) {
        return new Actor(clerk.staffNo(), clerk.terminal(), clerk.office(), duty);
    }
}
