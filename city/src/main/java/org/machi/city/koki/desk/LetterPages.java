package org.machi.city.koki.desk;

import org.machi.city.koki.letters.LetterArchive;
import org.machi.city.people.Issues;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One person's letter as it was printed, or as it waits for a release. It is an issue, which the
 * gate lets through for who may issue only; a letter to somebody else (連帯納付義務者) needs that for
 * both.
 */
@Controller
class LetterPages {

    private final LetterArchive archive;
    private final ProtectedPeople people;

    LetterPages(LetterArchive archive, ProtectedPeople people) {
        this.archive = archive;
        this.people = people;
    }

    @GetMapping("/people/{personNo}/letters/{letterNo}.pdf")
    @Issues
    @RequiresDuty(KokiDesk.LETTERS)
    @Audited(action = "照会", object = "通知書 {letterNo}")
    ResponseEntity<byte[]> letter(
            @PathVariable long personNo, @PathVariable String letterNo, Trace trace) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        archive.addressee(personNo, letterNo)
                .ifPresent(addressee -> {
                    trace.person(addressee);
                    people.requireIssue(addressee, trace.clerk());
                });
        byte[] pdf = archive.pages(personNo, letterNo).orElseThrow(NothingThere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + letterNo + ".pdf\"")
                .body(pdf);
    }
}
