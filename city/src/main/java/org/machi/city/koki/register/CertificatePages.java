package org.machi.city.koki.register;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.notices.Addressees;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.city.koki.notices.NoticePost;
import org.machi.city.koki.register.Certificates.Certificate;
import org.machi.city.people.Issues;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.audit.Actor;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.desk.Show;
import org.machi.platform.forms.letters.StatementLetter;
import org.machi.platform.forms.letters.StatementLetter.Line;
import org.machi.platform.forms.letters.StatementLetter.Signer;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 証明書: given to who moves out of the area, received from who moves in. */
@Controller
class CertificatePages {

    private static final String OTHER = "99";

    private final Certificates certificates;
    private final NoticePost post;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;
    private final Duties duties;
    private final JdbcClient db;
    private final Show show = new Show();

    CertificatePages(
            Certificates certificates,
            NoticePost post,
            ProtectedPeople people,
            BusinessDate businessDate,
            Duties duties,
            JdbcClient db) {
        this.certificates = certificates;
        this.post = post;
        this.people = people;
        this.businessDate = businessDate;
        this.duties = duties;
        this.db = db;
    }

    @GetMapping("/people/{personNo}/certificates")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "照会", object = "証明書")
    String open(@PathVariable long personNo, Trace trace, Model model) {
        Addressee person = person(personNo, trace);
        model.addAttribute("personNo", personNo);
        model.addAttribute("addressee", person);
        model.addAttribute("kinds", Certificates.Kind.values());
        model.addAttribute("causes", Certificates.Cause.values());
        model.addAttribute("contents", Certificates.contents());
        model.addAttribute("today", businessDate.today());
        model.addAttribute("lines", certificates.of(personNo));
        return "city/koki/certificates";
    }

    @PostMapping("/people/{personNo}/certificates/given")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "交付", object = "証明書")
    String give(
            @PathVariable long personNo,
            @RequestParam Certificates.Kind kind,
            @RequestParam String party,
            Trace trace,
            RedirectAttributes next) {
        Addressee person = person(personNo, trace);
        Optional<Map<String, String>> facts = certificates.facts(personNo, kind);
        if (facts.isEmpty()) {
            next.addFlashAttribute("refused", kind.title() + "に記載することが台帳にありません。");
        } else if (party.isBlank()) {
            next.addFlashAttribute("refused", "提出先の広域連合を入れてください。");
        } else if (certificates.isGiven(personNo, kind, businessDate.today())) {
            next.addFlashAttribute("refused", "今日交付した同じ証明書があります。一覧から印刷してください。");
        } else {
            LocalDate today = businessDate.today();
            long no =
                    certificates.enter(
                            new Certificate(
                                    0,
                                    personNo,
                                    person.insured().insuredNo(),
                                    true,
                                    kind,
                                    today,
                                    party.strip(),
                                    facts.get(),
                                    "",
                                    null),
                            today,
                            actor(trace));
            trace.object(kind.title() + " " + no);
            next.addFlashAttribute("told", kind.title() + "（番号 " + no + "）を交付しました。一覧から印刷してください。");
        }
        return "redirect:/people/" + personNo + "/certificates";
    }

    @PostMapping("/people/{personNo}/certificates/received")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "受理", object = "証明書")
    String receive(
            @PathVariable long personNo,
            @RequestParam Certificates.Kind kind,
            @RequestParam String party,
            @RequestParam String content,
            @RequestParam String since,
            Trace trace,
            RedirectAttributes next) {
        Addressee person = person(personNo, trace);
        Optional<String> what = Certificates.certified(kind, content);
        LocalDate from = day(since);
        if (party.isBlank()
                || what.isEmpty()
                || from == null
                || from.isAfter(businessDate.today())) {
            next.addFlashAttribute("refused", "発行した広域連合と、証明書に合う内容、認定（適用開始）の日（今日まで）を入れてください。");
            return "redirect:/people/" + personNo + "/certificates";
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("内容", what.get());
        lines.put("認定（適用開始）年月日", show.date(from));
        LocalDate today = businessDate.today();
        certificates.enter(
                new Certificate(
                        0,
                        personNo,
                        person.insured().insuredNo(),
                        false,
                        kind,
                        today,
                        party.strip(),
                        lines,
                        "",
                        null),
                today,
                actor(trace));
        next.addFlashAttribute(
                "told", "受理を記録しました。続けて、窓口での確認を入れて届出を受け付けてください。別の職員が確認すると広域連合の判定に入ります。");
        next.addFlashAttribute(
                "begun",
                Certificates.application(
                        kind,
                        content,
                        party.strip() + "の" + kind.title() + "（" + since + "から）による"));
        return "redirect:/people/" + personNo + "/applications";
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    @GetMapping("/people/{personNo}/certificates/{certificateNo}")
    @Issues
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "印刷", object = "証明書 {certificateNo}")
    ResponseEntity<byte[]> print(
            @PathVariable long personNo, @PathVariable long certificateNo, Trace trace) {
        Addressee person = person(personNo, trace);
        Certificate certificate = one(personNo, certificateNo);
        if (!certificate.given()) {
            throw new NothingThere();
        }
        if (certificate.cancelled() != null) {
            throw new ChangedMeanwhile("取り消した証明書は印刷できません。要るときは、新しく交付してください。");
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("証明書番号", Long.toString(certificateNo)));
        lines.add(new Line("提出先", certificate.otherParty()));
        certificate
                .lines()
                .forEach((name, value) -> lines.add(new Line(name, value.isEmpty() ? "―" : value)));
        byte[] pdf =
                post.print(
                        new StatementLetter(
                                post.headings(List.of(person), OTHER, certificate.onDay())
                                        .getFirst(),
                                certificate.kind().title(),
                                Signer.UNION,
                                "次のとおり相違ないことを証明します。",
                                lines,
                                List.of("転入した市区町村で、転入届から14日以内に後期高齢者医療の手続とともに提出してください。")));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        "inline; filename=\"certificate-" + certificateNo + ".pdf\"")
                .body(pdf);
    }

    @PostMapping("/people/{personNo}/certificates/{certificateNo}/cancel")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "取消", object = "証明書 {certificateNo}")
    String cancel(
            @PathVariable long personNo,
            @PathVariable long certificateNo,
            @RequestParam Certificates.Cause cause,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        person(personNo, trace);
        trace.reason(reason);
        Certificate certificate = one(personNo, certificateNo);
        if (reason.isBlank()) {
            next.addFlashAttribute("refused", "取り消す理由を入れてください。");
        } else {
            certificates.cancel(
                    certificate,
                    new Certificates.Cancellation(
                            cause, reason.strip(), businessDate.today(), trace.clerk().staffNo()),
                    actor(trace));
            next.addFlashAttribute(
                    "told",
                    certificate.kind().title()
                            + "（番号 "
                            + certificateNo
                            + "）を取り消しました。"
                            + (certificate.given()
                                    ? "渡した紙が手元にないときは、提出先の広域連合へ連絡してください。"
                                    : "この証明書による届出を広域連合へ送っているときは、届出・申請で直してください。"));
        }
        return "redirect:/people/" + personNo + "/certificates";
    }

    private Certificate one(long personNo, long certificateNo) {
        return certificates.of(personNo).stream()
                .filter(one -> one.certificateNo() == certificateNo)
                .findFirst()
                .orElseThrow(NothingThere::new);
    }

    private Addressee person(long personNo, Trace trace) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        return db.sql(
                        "select "
                                + Addressees.COLUMNS
                                + """
                                , coalesce((select max(k.insured_no) from koki.insured k where k.person_no = v.person_no), '') as insured_no
                                from %s where v.person_no = :person
                                """
                                        .formatted(Addressees.SOURCE))
                .param("person", personNo)
                .param("today", businessDate.today())
                .query((row, _) -> Addressees.of(row, row.getString("insured_no")))
                .optional()
                .orElseThrow(NothingThere::new);
    }

    private Actor actor(Trace trace) {
        return new Actor(
                trace.clerk().staffNo(),
                trace.clerk().terminal(),
                trace.clerk().office(),
                duties.nameOf(RegisterDesk.REGISTER));
    }
}
