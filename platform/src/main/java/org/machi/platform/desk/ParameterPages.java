package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machi.platform.desk.ParameterSource.Book;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.ParameterNames;
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
    private final Map<String, String> names = new HashMap<>();

    ParameterPages(
            Parameters parameters,
            List<ParameterSource> sources,
            List<ParameterNames> names,
            BusinessDate businessDate) {
        this.parameters = parameters;
        this.sources = sources;
        names.forEach(some -> this.names.putAll(some.japanese()));
        this.businessDate = businessDate;
    }

    @GetMapping("/parameters")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "パラメータ")
    String parameters(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam Optional<LocalDate> on,
            Model model) {
        LocalDate day = on.orElseGet(businessDate::today);
        List<Book> books = new ArrayList<>();
        books.add(new Book("団体の設定", parameters.all().stream().map(this::row).toList()));
        sources.forEach(source -> books.addAll(source.books()));
        model.addAttribute(
                "books", all ? books : books.stream().map(book -> on(day, book)).toList());
        model.addAttribute("all", all);
        model.addAttribute("day", day);
        return "platform/parameters";
    }

    private static Book on(LocalDate day, Book book) {
        return new Book(book.title(), book.rows().stream().filter(row -> row.on(day)).toList());
    }

    private ParameterSource.Row row(Parameter parameter) {
        return new ParameterSource.Row(
                names.getOrDefault(parameter.code(), parameter.code()),
                parameter.value(),
                parameter.validFrom(),
                parameter.validTo().equals(LocalDate.MAX) ? null : parameter.validTo(),
                parameter.source(),
                parameter.mark());
    }
}
