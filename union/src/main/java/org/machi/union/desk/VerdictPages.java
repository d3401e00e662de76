package org.machi.union.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.machi.union.eligibility.Verdicts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 届出・申請の審査: what only papers can show (診断書による障害認定, 特定疾病, 基準収入額) and a clerk decides. */
@Controller
class VerdictPages {

    private static final int MOST = 200;

    private final JdbcClient db;
    private final Verdicts verdicts;
    private final BusinessDate businessDate;

    VerdictPages(JdbcClient db, Verdicts verdicts, BusinessDate businessDate) {
        this.db = db;
        this.verdicts = verdicts;
        this.businessDate = businessDate;
    }

    /** One application that waits. */
    public record Line(
            long applicationId,
            long naturalId,
            @Nullable String insuredNo,
            String name,
            String city,
            String kindCode,
            String receptionNo,
            LocalDate receivedOn,
            LocalDate occurredOn,
            @Nullable LocalDate untilOn,
            LocalDate startsOn,
            @Nullable Long revenue,
            @Nullable String disease,
            @Nullable String note) {

        /** 届出種別 in words. */
        public String kind() {
            return UnionApplyFile.KIND.type().meanings().getOrDefault(kindCode, kindCode);
        }

        /** What the papers are about. */
        public String more() {
            String what =
                    disease == null
                            ? ""
                            : UnionApplyFile.DISEASE.type().meanings().getOrDefault(disease, "");
            String income = revenue == null ? "" : "世帯の収入額 %,d円".formatted(revenue);
            return String.join("　", what, income, note == null ? "" : note).strip();
        }
    }

    @GetMapping("/verdicts")
    @RequiresDuty(UnionDesk.VERDICTS)
    @Audited(action = "照会", object = "届出・申請の審査")
    String open(Trace trace, Model model) {
        List<Line> lines = lines();
        trace.people(lines.stream().map(Line::naturalId).toList());
        model.addAttribute("lines", lines);
        return "union/verdicts";
    }

    private List<Line> lines() {
        return db.sql(
                        """
                        SELECT a.application_id, p.natural_id, i.insured_no, p.name, c.name AS city, a.kind AS kind_code,
                               a.reception_no, a.received_on, a.occurred_on, a.until_on,
                               eligibility.starts_on(a.kind, a.received_on, a.occurred_on) AS starts_on, a.revenue, a.disease, a.note
                          FROM eligibility.undecided u
                          JOIN eligibility.application a USING (application_id)
                          JOIN register.person p USING (person_id)
                          JOIN register.city c ON c.city_code = a.city_code
                          LEFT JOIN eligibility.insured i USING (natural_id)
                         WHERE u.by_clerk ORDER BY a.application_id LIMIT ?
                        """)
                .param(MOST)
                .query(Line.class)
                .list();
    }

    @PostMapping("/verdicts/{applicationId}")
    @RequiresDuty(UnionDesk.VERDICTS)
    @Audited(action = "決定", object = "届出・申請の審査 {applicationId}")
    String decide(
            @PathVariable long applicationId,
            @RequestParam String result,
            @RequestParam(defaultValue = "") String effectiveOn,
            @RequestParam(defaultValue = "") String untilOn,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        if (reason.isBlank()) {
            next.addFlashAttribute("refused", "決定の理由を入れてください。市区町村と本人に知らせます。");
            return "redirect:/verdicts";
        }
        Line line =
                lines().stream()
                        .filter(one -> one.applicationId() == applicationId)
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        trace.person(line.naturalId()).reason(reason);
        boolean entered =
                verdicts.enter(
                        new Verdicts.Decision(
                                applicationId,
                                result.equals("1"),
                                day(effectiveOn),
                                day(untilOn),
                                reason.strip()),
                        businessDate.today(),
                        trace.clerk().staffNo());
        if (!entered) {
            throw new ChangedMeanwhile("ほかの職員が先に決定しました。");
        }
        next.addFlashAttribute("told", "決定しました。次の日次処理で資格に反映し、市区町村へ送ります。");
        return "redirect:/verdicts";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
