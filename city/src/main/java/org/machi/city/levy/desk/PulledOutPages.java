package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import org.machi.city.levy.PostedLetters;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.Listing;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 引抜き: letters of the collection office that could not be drawn or may not be issued wait here
 * until they were sent.
 */
@Controller
class PulledOutPages {

    private static final int ROWS = 50;

    private final JdbcClient db;
    private final PostedLetters book;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;

    PulledOutPages(
            JdbcClient db, PostedLetters book, ProtectedPeople people, BusinessDate businessDate) {
        this.people = people;
        this.db = db;
        this.book = book;
        this.businessDate = businessDate;
    }

    /**
     * A letter that waits.
     *
     * @param drawn its pages are kept, so that it can be printed after a release
     */
    public record PulledOut(
            String letterNo,
            String kind,
            long person,
            LocalDate issuedOn,
            String reason,
            boolean drawn) {}

    @GetMapping("/levy/letters")
    @RequiresDuty(LevyDesk.KEEP)
    @Audited(action = "照会", object = "引抜きの通知書（収納）")
    String list(@RequestParam(defaultValue = "1") int page, Trace trace, Model model) {
        List<PulledOut> rows =
                db.sql(
                                """
                                SELECT letter_no, title, person_no, issued_on, pulled_out, kept_as IS NOT NULL AS drawn FROM levy.v_letter
                                WHERE pulled_out IS NOT NULL AND settled_on IS NULL
                                ORDER BY issued_on, letter_no LIMIT :size OFFSET :start
                                """)
                        .param("size", ROWS)
                        .param("start", Listing.offset(page, ROWS))
                        .query((row, n) ->
                                new PulledOut(
                                        row.getString("letter_no"),
                                        row.getString("title"),
                                        row.getLong("person_no"),
                                        row.getObject("issued_on", LocalDate.class),
                                        row.getString("pulled_out"),
                                        row.getBoolean("drawn")))
                        .list();
        trace.people(rows.stream().map(PulledOut::person).toList());
        model.addAttribute(
                "letters", new Listing<>(rows, Listing.page(page), ROWS, book.waiting()));
        return "city/levy/letters";
    }

    @PostMapping("/levy/letters/{letterNo}/settled")
    @RequiresDuty(LevyDesk.KEEP)
    @Audited(action = "更新", object = "引抜きの通知書（収納）")
    String settle(@PathVariable String letterNo, Trace trace) {
        trace.object("引抜きの通知書 " + letterNo);
        for (long person : book.waitsFor(letterNo)) {
            trace.person(person);
            people.requireChange(person, trace.clerk());
        }
        book.settle(letterNo, businessDate.today());
        return "redirect:/levy/letters";
    }
}
