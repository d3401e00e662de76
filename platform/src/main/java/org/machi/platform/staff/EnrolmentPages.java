package org.machi.platform.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 窓口端末の登録: the machine at another place takes its key with the 登録コード that the administrator made.
 * Nobody can be signed in there before.
 */
@Controller
class EnrolmentPages {

    static final String PATH = "/terminal/enrolment";
    private static final String DEED = "窓口端末の登録";

    private final Terminals terminals;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    EnrolmentPages(Terminals terminals, AuditTrail audit, TransactionTemplate transaction) {
        this.terminals = terminals;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping(PATH)
    @BeforeSignIn("登録コードの入力画面。誰の情報も表示しない")
    String form(HttpServletRequest request, Model model) {
        model.addAttribute("terminal", terminals.nameOf(request));
        return "platform/enrolment";
    }

    @PostMapping(PATH)
    @BeforeSignIn("登録コードを鍵に替える。誰の情報も表示せず、使用と失敗は操作記録に残す")
    String enrol(
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Terminals.Enrolled> enrolled = transaction.execute(_ -> enrol(code));
        if (enrolled == null || enrolled.isEmpty()) {
            audit.recordRefused(
                    deed("未登録端末 " + request.getRemoteAddr()).withDetail("登録コードの誤り又は期限切れ"));
            model.addAttribute(
                    "wrong", "登録コードが違うか、期限（発行から1日）が過ぎたか、すでに使われています。広域連合に新しいコードを求めてください。");
            return form(request, model);
        }
        String key = enrolled.get().key();
        response.addHeader(
                HttpHeaders.SET_COOKIE, terminals.cookie(key, request.isSecure()).toString());
        return "redirect:/sign-in";
    }

    private Optional<Terminals.Enrolled> enrol(String code) {
        Optional<Terminals.Enrolled> enrolled = terminals.enrol(code);
        enrolled.ifPresent(terminal -> audit.record(deed(terminal.name())));
        return enrolled;
    }

    private static Deed deed(String terminal) {
        return Deed.of(new Actor("端末", terminal, "", DEED), "", "登録", DEED);
    }
}
