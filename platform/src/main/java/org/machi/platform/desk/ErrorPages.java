package org.machi.platform.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.staff.BeforeSignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What people see when a request was refused or broke off. The same words whether the thing asked
 * for exists or not; what went wrong inside goes to the log under a number that the page shows.
 */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final OrganisationSettings organisation;

    ErrorPages(OrganisationSettings organisation) {
        this.organisation = organisation;
    }

    @RequestMapping("/error")
    @BeforeSignIn("エラー画面。誰の情報も表示しない")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status =
                Objects.requireNonNullElse(
                        (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE),
                        HttpServletResponse.SC_NOT_FOUND);
        response.setStatus(status);
        model.addAttribute("organisation", organisation.name());
        model.addAttribute("kind", organisation.kind().name().toLowerCase(java.util.Locale.ROOT));
        model.addAttribute("status", status);
        @Nullable Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        switch (status) {
            case 400 ->
                    words(model, "入力を確認してください", "送られた内容を読み取れませんでした。前の画面に戻り、入力を確かめてからもう一度お試しください。");
            case 403 ->
                    words(
                            model,
                            "この操作はできません",
                            message(
                                    request,
                                    "この画面を使う権限がないか、画面を開いてから時間がたっています。必要なときは、権限を管理する担当にご相談ください。"));
            case 404, 405 -> words(model, "ページが見つかりません", "アドレスが変わったか、対象がありません。");
            case 409 ->
                    words(
                            model,
                            "この操作はできませんでした",
                            message(request, "画面を開いた後に、ほかの職員が内容を変更しました。最新の内容を確かめてください。"));
            default -> {
                String number = UUID.randomUUID().toString().substring(0, 8);
                LOG.error("error page {}: status {}", number, status, (Throwable) thrown);
                model.addAttribute("number", number);
                words(model, "処理を完了できませんでした", "行った操作は取り消されています。同じことが続くときは、下の番号をシステム担当にお伝えください。");
            }
        }
        return "platform/error";
    }

    private static void words(Model model, String title, String text) {
        model.addAttribute("title", title);
        model.addAttribute("text", text);
    }

    /** What the refusing page said, or what is always said. */
    private static String message(HttpServletRequest request, String usual) {
        @Nullable Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        String text = message == null ? "" : message.toString();
        return text.isBlank() ? usual : text;
    }
}
