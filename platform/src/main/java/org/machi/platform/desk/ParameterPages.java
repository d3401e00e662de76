package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.Parameters;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * パラメータ: the dated values that this organisation works with, each with its source and how sure it
 * is.
 */
@Controller
class ParameterPages {
    private final Parameters parameters;
    private final List<ParameterSource> sources;
    private final BusinessDate businessDate;

    ParameterPages(
            Parameters parameters, List<ParameterSource> sources, BusinessDate businessDate) {
        this.parameters = parameters;
        this.sources = sources;
        this.businessDate = businessDate;
    }

    /** A book of values on the page. */
    record Book(String title, List<ParameterSource.Row> rows) {}

    @GetMapping("/parameters")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "パラメータ")
    String parameters(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam Optional<LocalDate> on,
            Model model) {
        LocalDate day = on.orElseGet(businessDate::today);
        List<Book> books = new ArrayList<>();
        books.add(book("団体の設定", parameters.all().stream().map(this::row).toList(), all, day));
        for (ParameterSource source : sources) {
            books.add(book(source.title(), source.rows(), all, day));
        }
        model.addAttribute("books", books);
        model.addAttribute("all", all);
        model.addAttribute("day", day);
        return "platform/parameters";
    }

    private static Book book(
            String title, List<ParameterSource.Row> rows, boolean all, LocalDate day) {
        return new Book(title, rows.stream().filter(row -> all || row.on(day)).toList());
    }

    private ParameterSource.Row row(Parameter parameter) {
        return new ParameterSource.Row(
                parameter.code(),
                parameter.value(),
                parameter.validFrom(),
                parameter.validTo().equals(LocalDate.MAX) ? null : parameter.validTo(),
                parameter.source(),
                parameter.mark());
    }
}
