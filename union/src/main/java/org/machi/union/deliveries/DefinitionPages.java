package org.machi.union.deliveries;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.machi.platform.line.Schedules.Rhythm;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 配信の定義: what is distributed, item by item, to whom and when. */
@Controller
class DefinitionPages {

    private static final String PATH = "/deliveries/definitions";

    private final DeliveryDefinitions definitions;
    private final BusinessDate businessDate;
    private final JdbcClient db;

    DefinitionPages(DeliveryDefinitions definitions, BusinessDate businessDate, JdbcClient db) {
        this.definitions = definitions;
        this.businessDate = businessDate;
        this.db = db;
    }

    /** Without a source, the list; with one, also the form that chooses from its items. */
    @GetMapping(PATH)
    @RequiresDuty(DeliveryDesk.DEFINE)
    @Audited(action = "照会", object = "配信の定義")
    String definitions(@RequestParam(defaultValue = "") String source, Model model) {
        model.addAttribute("lines", definitions.all());
        model.addAttribute("today", businessDate.today());
        model.addAttribute("sources", DeliverySource.values());
        model.addAttribute("rhythms", Rhythm.values());
        model.addAttribute("cities", DeliveryPages.cities(db));
        model.addAttribute("source", source(source).orElse(null));
        return "union/delivery-definitions";
    }

    private static Optional<DeliverySource> source(String code) {
        return Arrays.stream(DeliverySource.values())
                .filter(one -> one.name().equals(code))
                .findFirst();
    }

    /** The fields of the form, by their names. */
    record Entered(
            String code,
            String name,
            String source,
            List<String> items,
            List<String> cities,
            String rhythm,
            int day,
            int month,
            int keepDays,
            String from,
            String basis) {

        static Entered of(MultiValueMap<String, String> fields) {
            return new Entered(
                    text(fields, "code"),
                    text(fields, "name"),
                    text(fields, "source"),
                    fields.getOrDefault("items", List.of()),
                    fields.getOrDefault("cities", List.of()),
                    text(fields, "rhythm"),
                    number(fields, "day"),
                    number(fields, "month"),
                    number(fields, "keepDays"),
                    text(fields, "from"),
                    text(fields, "basis"));
        }

        private static String text(MultiValueMap<String, String> fields, String name) {
            return String.join("", fields.getOrDefault(name, List.of())).strip();
        }

        /** Minus one for what is no number; nothing accepts it. */
        private static int number(MultiValueMap<String, String> fields, String name) {
            String text = text(fields, name);
            return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
        }
    }

    @PostMapping(PATH)
    @RequiresDuty(DeliveryDesk.DEFINE)
    @Audited(action = "登録", object = "配信の定義")
    String enter(
            @RequestParam MultiValueMap<String, String> fields,
            Trace trace,
            RedirectAttributes next) {
        Entered entered = Entered.of(fields);
        trace.object("配信の定義 " + entered.code()).reason(entered.basis());
        Optional<DeliverySource> source = source(entered.source());
        if (source.isEmpty()) {
            next.addFlashAttribute("refused", "配信の元を選んでください。");
            return "redirect:" + PATH;
        }
        DeliveryDefinitions.Content content =
                new DeliveryDefinitions.Content(
                        entered.code(),
                        entered.name(),
                        source.get(),
                        entered.items(),
                        entered.cities(),
                        entered.basis());
        Optional<DeliveryDefinitions.Timing> timing = timing(entered);
        Optional<LocalDate> from = DeliveryPages.day(entered.from());
        String wrong = wrong(content, timing, from);
        if (wrong.isEmpty()) {
            definitions.begin(
                    content, timing.orElseThrow(), from.orElseThrow(), trace.clerk().staffNo());
        }
        next.addFlashAttribute(
                wrong.isEmpty() ? "told" : "refused",
                wrong.isEmpty() ? "定義 " + content.code() + " を登録しました。" : wrong);
        return "redirect:" + PATH + (wrong.isEmpty() ? "" : "?source=" + source.get().name());
    }

    private static Optional<DeliveryDefinitions.Timing> timing(Entered entered) {
        Rhythm rhythm =
                Arrays.stream(Rhythm.values())
                        .filter(one -> one.name().equals(entered.rhythm()))
                        .findFirst()
                        .orElse(null);
        DeliveryDefinitions.Timing timing =
                new DeliveryDefinitions.Timing(
                        rhythm, entered.day(), entered.month(), entered.keepDays());
        return timing.isSensible() && (rhythm == null) == entered.rhythm().isEmpty()
                ? Optional.of(timing)
                : Optional.empty();
    }

    private String wrong(
            DeliveryDefinitions.Content content,
            Optional<DeliveryDefinitions.Timing> timing,
            Optional<LocalDate> from) {
        if (!content.code().matches("[A-Z0-9]{1,10}")) {
            return "定義コードは英大文字と数字の10字までです。";
        }
        if (content.name().isEmpty() || content.basis().isEmpty()) {
            return "名称と配信の根拠を入れてください。";
        }
        if (content.chosen().isEmpty()) {
            return "配信する項目を1つ以上選んでください。";
        }
        if (timing.isEmpty()) {
            return "周期に合う日（営業日目は1から23、日は1から31、ほかの周期と随時は0）、月（0から12）、取得できる日数（1から366）を入れてください。";
        }
        if (from.isEmpty() || from.get().isBefore(businessDate.today())) {
            return "適用の初日は今日からです。";
        }
        return definitions.beginsLater(content.code(), from.get())
                ? "この日かその後に始まる同じコードの定義があります。適用の初日を確かめてください。"
                : "";
    }

    @PostMapping(PATH + "/{code}/end")
    @RequiresDuty(DeliveryDesk.DEFINE)
    @Audited(action = "廃止", object = "配信の定義 {code}")
    String end(
            @PathVariable String code,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        trace.reason(reason);
        if (reason.isBlank()) {
            next.addFlashAttribute("refused", "廃止の理由を入れてください。");
        } else if (definitions.end(code, businessDate.today())) {
            next.addFlashAttribute("told", "定義 " + code + " を廃止しました。今日から配信しません。");
        } else {
            next.addFlashAttribute("refused", "定義 " + code + " は廃止されているか、今日始まったものです。");
        }
        return "redirect:" + PATH;
    }
}
