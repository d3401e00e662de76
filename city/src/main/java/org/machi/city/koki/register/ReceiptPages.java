package org.machi.city.koki.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.notices.Addressees;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.city.koki.notices.NoticePost;
import org.machi.city.people.Issues;
import org.machi.city.people.Presence;
import org.machi.city.people.ProtectedPeople;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.desk.Show;
import org.machi.platform.forms.letters.StatementLetter;
import org.machi.platform.forms.letters.StatementLetter.Line;
import org.machi.platform.forms.letters.StatementLetter.Signer;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 受付票: the copy of a 届 as the counter took it, for the person and for the office's file. */
@Controller
class ReceiptPages {

    private static final String OTHER = "99";

    private final JdbcClient db;
    private final NoticePost post;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;
    private final Show show = new Show();

    ReceiptPages(
            JdbcClient db, NoticePost post, ProtectedPeople people, BusinessDate businessDate) {
        this.businessDate = businessDate;
        this.db = db;
        this.post = post;
        this.people = people;
    }

    private record Copy(Addressee to, LocalDate receivedOn, String title, List<Line> lines) {}

    @GetMapping("/people/{personNo}/applications/{receptionNo}/receipt")
    @Issues
    @RequiresDuty(RegisterDesk.APPLY)
    @Audited(action = "印刷", object = "受付票 {receptionNo}")
    ResponseEntity<byte[]> receipt(
            @PathVariable long personNo, @PathVariable String receptionNo, Trace trace) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        Copy copy =
                db.sql(
                                "select "
                                        + Addressees.COLUMNS
                                        + """
                                        , a.*, coalesce((select max(k.insured_no) from koki.insured k
                                                         where k.person_no = v.person_no), '') as insured_no
                                        from people.v_application a
                                        join (%s) on v.person_no = a.person_no
                                        where a.person_no = :person and a.reception_no = :reception and a.state is not null
                                        """
                                                .formatted(Addressees.SOURCE))
                        .param("person", personNo)
                        .param("reception", receptionNo)
                        .param("today", businessDate.today())
                        .query((row, _) -> copy(row))
                        .optional()
                        .orElseThrow(NothingThere::new);
        byte[] pdf =
                post.print(
                        new StatementLetter(
                                post.headings(List.of(copy.to()), OTHER, copy.receivedOn())
                                        .getFirst(),
                                copy.title() + "　受付票",
                                Signer.MAYOR,
                                "次のとおり届出（申請）を受け付けました。広域連合が決定し、結果は資格確認書又は通知書でお知らせします。",
                                copy.lines(),
                                List.of("この受付票は、届出の控えです。届出の内容に誤りがあるときは、受付番号を示してご連絡ください。")));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        "inline; filename=\"receipt-" + receptionNo + ".pdf\"")
                .body(pdf);
    }

    private Copy copy(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("受付番号", row.getString("reception_no")));
        lines.add(new Line("届出年月日", day(row, "reported_on")));
        lines.add(new Line("異動年月日", day(row, "occurred_on")));
        add(lines, "事由", UnionApplyFile.reasons(kind).get(text(row, "reason")));
        add(
                lines,
                "障害区分",
                UnionApplyFile.DISABILITY.type().meanings().get(text(row, "disability")));
        add(lines, "特定疾病", UnionApplyFile.DISEASE.type().meanings().get(text(row, "disease")));
        add(
                lines,
                "再交付する証",
                UnionApplyFile.CARD_KIND.type().meanings().get(text(row, "card_kind")));
        add(lines, "証明された負担割合", UnionApplyFile.SHARE.type().meanings().get(text(row, "share")));
        if (row.getObject("revenue") != null) {
            lines.add(new Line("世帯の収入額", show.yen(row.getLong("revenue"))));
        }
        add(lines, "施設", row.getString("facility"));
        add(lines, "施設所在地", row.getString("facility_address"));
        add(lines, "施設所在市町村コード", row.getString("other_code"));
        add(lines, "終了年月日", day(row, "until_on"));
        add(lines, "備考", row.getString("note"));
        presence(row, lines);
        return new Copy(
                Addressees.of(row, row.getString("insured_no")),
                row.getObject("received_on", LocalDate.class),
                UnionApplyFile.KIND.type().meanings().getOrDefault(kind, kind),
                lines);
    }

    /** By what the clerk made sure, who entered and who confirmed it, and when. */
    private void presence(ResultSet row, List<Line> lines) throws SQLException {
        String agent = row.getString("agent_name");
        lines.add(
                new Line(
                        "届出をした人",
                        Presence.CameAs.valueOf(row.getString("came_as")).label()
                                + (agent == null ? "" : "　" + agent)));
        lines.add(
                new Line(
                        "番号確認",
                        Presence.NumberCheck.valueOf(row.getString("number_check")).label()));
        lines.add(
                new Line(
                        "身元確認",
                        Presence.IdentityCheck.valueOf(row.getString("identity_check")).label()));
        String check = row.getString("agent_check");
        if (check != null) {
            lines.add(new Line("代理権の確認", Presence.AgentCheck.valueOf(check).label()));
        }
        lines.add(new Line("入力", who(row, "entered")));
        if (row.getString("confirmed_by") != null) {
            lines.add(new Line("確認", who(row, "confirmed")));
        }
    }

    private String who(ResultSet row, String deed) throws SQLException {
        OffsetDateTime at = row.getObject(deed + "_at", OffsetDateTime.class);
        return "職員 "
                + row.getString(deed + "_by")
                + "　"
                + show.time(at == null ? null : at.toInstant());
    }

    private String day(ResultSet row, String column) throws SQLException {
        return show.date(row.getObject(column, LocalDate.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static void add(List<Line> lines, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            lines.add(new Line(name, value));
        }
    }
}
