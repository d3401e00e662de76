package org.machi.platform.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sign-in, own password, and the name of the terminal one sits at. */
@Controller
class StaffPages {
    /**
     * What the office asks of a password; length beats rules about characters (NIST SP 800-63B).
     */
    static final int SHORTEST_PASSWORD = 12;

    private final StaffDirectory directory;
    private final Terminals terminals;

    StaffPages(StaffDirectory directory, Terminals terminals) {
        this.directory = directory;
        this.terminals = terminals;
    }

    @GetMapping("/sign-in")
    @BeforeSignIn("サインイン画面。誰の情報も表示しない")
    String signIn(
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String out,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("again", again != null);
        model.addAttribute("out", out != null);
        model.addAttribute("terminal", terminals.nameOf(request));
        return "platform/sign-in";
    }

    @GetMapping("/password")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "パスワード変更画面")
    @WithOldPassword
    String password(Clerk clerk, Model model) {
        model.addAttribute("first", clerk.mustChangePassword());
        model.addAttribute("shortest", SHORTEST_PASSWORD);
        return "platform/password";
    }

    @PostMapping("/password")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "更新", object = "パスワード")
    @WithOldPassword
    String change(
            @RequestParam String present,
            @RequestParam String chosen,
            @RequestParam String again,
            Trace trace,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        Clerk clerk = trace.clerk();
        trace.object("パスワード " + clerk.staffNo());
        @Nullable String wrong = objection(clerk, present, chosen, again);
        if (wrong != null) {
            trace.note("結果", "変更せず");
            model.addAttribute("wrong", wrong);
            return password(clerk, model);
        }
        directory.password(clerk.staffNo(), chosen);
        request.changeSessionId();
        next.addFlashAttribute("told", "パスワードを変更しました。");
        return "redirect:/";
    }

    private @Nullable String objection(Clerk clerk, String present, String chosen, String again) {
        if (!directory.matches(clerk.staffNo(), present)) {
            return "現在のパスワードが違います。";
        }
        if (!chosen.equals(again)) {
            return "新しいパスワードと確認用の入力が一致しません。";
        }
        if (chosen.codePointCount(0, chosen.length()) < SHORTEST_PASSWORD) {
            return "新しいパスワードは" + SHORTEST_PASSWORD + "文字以上にしてください。";
        }
        if (chosen.equals(present)) {
            return "現在と同じパスワードは使えません。";
        }
        return chosen.contains(clerk.staffNo()) ? "職員番号を含むパスワードは使えません。" : null;
    }

    @GetMapping("/terminal")
    @RequiresDuty(Duties.TERMINALS_REGISTER)
    @Audited(action = "照会", object = "端末登録画面")
    String terminal(HttpServletRequest request, Model model) {
        model.addAttribute("terminal", terminals.nameOf(request));
        return "platform/terminal";
    }

    @PostMapping("/terminal")
    @RequiresDuty(Duties.TERMINALS_REGISTER)
    @Audited(action = "更新", object = "端末")
    String register(
            @RequestParam String name,
            Trace trace,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > 30) {
            model.addAttribute("wrong", "端末名は1文字以上30文字以下で入力してください。");
            return terminal(request, model);
        }
        trace.object("端末 " + stripped);
        Optional<String> key = terminals.register(stripped, trace.clerk().staffNo());
        if (key.isEmpty()) {
            trace.note("結果", "登録せず");
            model.addAttribute("wrong", "「" + stripped + "」は構成市区町村の窓口端末の名前です。別の名前にしてください。");
            return terminal(request, model);
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE, terminals.cookie(key.get(), request.isSecure()).toString());
        next.addFlashAttribute("told", "この端末を「" + stripped + "」として登録しました。次のサインインから記録に残ります。");
        return "redirect:/";
    }
}
