package org.machi.union.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.machi.union.register.Joining;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 同一人の確認: records that may be one person, and joinings that can be undone. */
@Controller
class DoubtPages {

    private static final int MOST = 200;

    private final JdbcClient db;
    private final Joining joining;
    private final BusinessDate businessDate;

    DoubtPages(JdbcClient db, Joining joining, BusinessDate businessDate) {
        this.db = db;
        this.joining = joining;
        this.businessDate = businessDate;
    }

    /** One record of a person, as somebody needs it to compare. */
    public record Side(
            int naturalId,
            String name,
            String nameKana,
            @Nullable LocalDate birthOn,
            String city,
            long personNo,
            String address,
            @Nullable LocalDate residentSince,
            @Nullable LocalDate movedOutOn,
            @Nullable String insuredNo) {}

    /** A person who came, and those whom he or she may be. */
    public record Doubt(
            long doubtId, String reason, LocalDate knownOn, Side came, List<Side> candidates) {}

    /** A joining of the past. */
    public record Joined(
            long joinedId,
            String name,
            int oldId,
            String cause,
            @Nullable String staff,
            @Nullable String note,
            LocalDate knownOn,
            @Nullable LocalDate undoneOn) {

        /** The cause as people read it. */
        public String causeName() {
            return switch (cause) {
                case "MOVE" -> "広域内転居";
                case "CITY" -> "市区町村の統合";
                default -> "職員";
            };
        }
    }

    private static final String SIDES =
            """
            SELECT p.natural_id, p.name, p.name_kana, p.birth_on, c.name AS city, p.person_no,
                   p.prefecture || p.city || p.town || coalesce(p.lot, '') AS address, p.resident_since,
                   p.moved_out_on, i.insured_no
              FROM register.person p
              JOIN register.city c USING (city_code)
              LEFT JOIN eligibility.insured i USING (natural_id)
            """;

    @GetMapping("/doubts")
    @RequiresDuty(UnionDesk.JOIN)
    @Audited(action = "照会", object = "同一人の確認")
    String doubts(Trace trace, Model model) {
        List<Doubt> doubts = open();
        doubts.forEach(doubt -> {
            trace.person(doubt.came().naturalId());
            trace.people(doubt.candidates().stream().map(s -> (long) s.naturalId()).toList());
        });
        List<Joined> joined =
                db.sql(
                                """
                                SELECT j.joined_id, p.name, j.old_id, j.cause, j.staff, j.note, j.known_on, j.undone_on
                                  FROM register.joined j JOIN register.person p ON p.person_id = j.people[1]
                                 ORDER BY j.joined_id DESC LIMIT ?
                                """)
                        .param(MOST)
                        .query(Joined.class)
                        .list();
        trace.people(joined.stream().map(one -> (long) one.oldId()).toList());
        model.addAttribute("doubts", doubts);
        model.addAttribute("joined", joined);
        return "union/doubts";
    }

    private List<Doubt> open() {
        return db.sql(
                        """
                        SELECT doubt_id, person_id, candidates, reason, known_on FROM register.doubt
                         WHERE settled_on IS NULL ORDER BY doubt_id LIMIT ?
                        """)
                .param(MOST)
                .query((row, _) ->
                        new Doubt(
                                row.getLong("doubt_id"),
                                row.getString("reason"),
                                row.getObject("known_on", LocalDate.class),
                                db.sql(SIDES + " WHERE p.person_id = ?")
                                        .param(row.getInt("person_id"))
                                        .query(Side.class)
                                        .single(),
                                db.sql(SIDES + " WHERE p.natural_id = ANY (?) ORDER BY p.person_id")
                                        .param(row.getArray("candidates"))
                                        .query(Side.class)
                                        .list()))
                .list();
    }

    @PostMapping("/doubts/{doubtId}")
    @RequiresDuty(UnionDesk.JOIN)
    @Audited(action = "更新", object = "同一人の確認 {doubtId}")
    String settle(
            @PathVariable long doubtId,
            @RequestParam int same,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        if (note.isBlank()) {
            next.addFlashAttribute("refused", "何で確かめたかを入れてください。");
            return "redirect:/doubts";
        }
        Doubt doubt =
                open().stream()
                        .filter(one -> one.doubtId() == doubtId)
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        boolean candidate = doubt.candidates().stream().anyMatch(side -> side.naturalId() == same);
        trace.person(doubt.came().naturalId()).reason(note);
        if (candidate) {
            trace.person(same);
            joining.join(same, doubt.came().naturalId(), decision(note, trace));
        }
        int settled =
                db.sql(
                                """
                                UPDATE register.doubt SET settled_on = ?, settled_by = ?, outcome = ?, note = ?
                                 WHERE doubt_id = ? AND settled_on IS NULL
                                """)
                        .param(businessDate.today())
                        .param(trace.clerk().staffNo())
                        .param(candidate ? "SAME" : "DIFFERENT")
                        .param(note.strip())
                        .param(doubtId)
                        .update();
        if (settled == 0) {
            throw new ChangedMeanwhile("ほかの職員が先に確認しました。");
        }
        next.addFlashAttribute("told", candidate ? "同一人としました。次の日次処理で資格を判定します。" : "別人としました。");
        return "redirect:/doubts";
    }

    @PostMapping("/doubts/joined/{joinedId}/undo")
    @RequiresDuty(UnionDesk.JOIN)
    @Audited(action = "取消", object = "名寄せ {joinedId}")
    String undo(
            @PathVariable long joinedId,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        if (note.isBlank()) {
            next.addFlashAttribute("refused", "取り消す理由を入れてください。");
            return "redirect:/doubts";
        }
        List<Long> people =
                db.sql(
                                """
                                SELECT unnest(ARRAY[old_id, new_id]) FROM register.joined WHERE joined_id = ?
                                """)
                        .param(joinedId)
                        .query(Long.class)
                        .list();
        if (people.isEmpty()) {
            throw new NothingThere();
        }
        trace.people(people).reason(note);
        if (!joining.undo(joinedId, decision(note, trace))) {
            throw new ChangedMeanwhile("この名寄せは既に取り消されています。");
        }
        next.addFlashAttribute("told", "名寄せを取り消しました。次の日次処理で資格を判定します。");
        return "redirect:/doubts";
    }

    private Joining.Decision decision(String note, Trace trace) {
        return new Joining.Decision(trace.clerk().staffNo(), businessDate.today(), note.strip());
    }
}
