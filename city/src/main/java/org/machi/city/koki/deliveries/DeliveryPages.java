package org.machi.city.koki.deliveries;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.Listing;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.desk.Show;
import org.machi.platform.desk.SpreadsheetCsv;
import org.machi.platform.forms.FontSet;
import org.machi.platform.forms.ListSheet;
import org.machi.platform.forms.PrintRun;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 簡単確認: what the union distributed; seen, searched, downloaded, printed, each on record. */
@Controller
class DeliveryPages {

    private static final String PATH = "/koki/deliveries";

    private final DeliveryBook book;
    private final BusinessDate businessDate;
    private final OrganisationSettings settings;
    private final Show show = new Show();

    DeliveryPages(DeliveryBook book, BusinessDate businessDate, OrganisationSettings settings) {
        this.book = book;
        this.businessDate = businessDate;
        this.settings = settings;
    }

    @GetMapping(PATH)
    @RequiresDuty(DeliveryDesk.FETCH)
    @Audited(action = "照会", object = "配信ファイルの一覧")
    String list(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> to,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        LocalDate today = businessDate.today();
        DeliveryBook.Wanted wanted =
                new DeliveryBook.Wanted(
                        words.strip(), state, from.orElse(today.minusYears(1)), to.orElse(today));
        model.addAttribute("wanted", wanted);
        model.addAttribute("today", today);
        model.addAttribute("listing", book.find(wanted, page));
        model.addAttribute(
                "path",
                "/koki/deliveries?words=%s&state=%s&from=%s&to=%s"
                        .formatted(wanted.words(), state, wanted.from(), wanted.to()));
        return "city/koki/deliveries";
    }

    @GetMapping(PATH + "/{number}")
    @RequiresDuty(DeliveryDesk.FETCH)
    @Audited(action = "照会", object = "配信ファイル {number}")
    String one(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "1") int page,
            Trace trace,
            Model model) {
        DeliveryBook.Line line = book.find(number).orElseThrow(NothingThere::new);
        LocalDate today = businessDate.today();
        Listing<DeliveryBook.Entry> rows = book.rows(number, words.strip(), page);
        trace.people(people(rows.rows()));
        if (line.clearedOn() == null) {
            book.fetched(
                    number, DeliveryBook.Deed.LOOKED, DeliveryBook.By.of(trace.clerk()), today);
        }
        model.addAttribute("line", line);
        model.addAttribute("listing", rows);
        model.addAttribute("people", rows.rows().stream().anyMatch(row -> row.personNo() > 0));
        model.addAttribute("words", words.strip());
        model.addAttribute("today", today);
        model.addAttribute("seen", book.seen(number));
        model.addAttribute("path", PATH + "/" + number + "?words=" + words.strip());
        return "city/koki/delivery";
    }

    private static List<Long> people(List<DeliveryBook.Entry> rows) {
        return rows.stream()
                .map(DeliveryBook.Entry::personNo)
                .filter(no -> no > 0)
                .distinct()
                .toList();
    }

    /** A list that can still be fetched, with its rows. */
    private DeliveryBook.Whole fetch(long number, DeliveryBook.Deed deed, Trace trace) {
        DeliveryBook.Line line = book.find(number).orElseThrow(NothingThere::new);
        if (line.clearedOn() != null) {
            throw new ChangedMeanwhile("取得期限を過ぎたので、内容は消されています。広域連合に臨時の配信を頼んでください。");
        }
        List<DeliveryBook.Entry> rows = book.all(number);
        trace.people(people(rows));
        book.fetched(number, deed, DeliveryBook.By.of(trace.clerk()), businessDate.today());
        return new DeliveryBook.Whole(line, rows);
    }

    @GetMapping(PATH + "/{number}/csv")
    @RequiresDuty(DeliveryDesk.FETCH)
    @Audited(action = "ダウンロード", object = "配信ファイル {number}")
    ResponseEntity<byte[]> download(@PathVariable long number, Trace trace) {
        DeliveryBook.Whole fetched = fetch(number, DeliveryBook.Deed.DOWNLOADED, trace);
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(
                                        "配信_%d_%s.csv".formatted(number, fetched.line().code()),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(SpreadsheetCsv.of(fetched.items(), fetched.cells()));
    }

    @GetMapping(PATH + "/{number}/pdf")
    @RequiresDuty(DeliveryDesk.FETCH)
    @Audited(action = "印刷", object = "配信ファイル {number}")
    ResponseEntity<byte[]> print(@PathVariable long number, Trace trace) {
        DeliveryBook.Whole fetched = fetch(number, DeliveryBook.Deed.PRINTED, trace);
        DeliveryBook.Line line = fetched.line();
        PrintRun.Single sheet =
                PrintRun.single(
                        FontSet.find(settings.folder()),
                        new ListSheet(
                                new ListSheet.Title(line.name(), "配信ファイル", "配信番号", number),
                                List.of(
                                        "広域連合から%s（%s）へ配信"
                                                .formatted(settings.name(), settings.code()),
                                        "対象期間　%sから%sまで　件数　%d"
                                                .formatted(
                                                        show.date(line.from()),
                                                        show.date(line.to()),
                                                        line.rows()),
                                        "印刷　%s　%s"
                                                .formatted(
                                                        show.date(businessDate.today()),
                                                        trace.clerk().name())),
                                "取扱注意　使用後は速やかに裁断してください。",
                                fetched.items(),
                                fetched.cells()));
        if (sheet.pdf().length == 0) {
            throw new ChangedMeanwhile(
                    "印刷できない文字があります: " + sheet.undrawable().getFirst().character());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=delivery-" + number + ".pdf")
                .body(sheet.pdf());
    }
}
