package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machi.city.levy.WriteOffs;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.law.LegalBasis;
import org.machi.platform.desk.Show;
import org.machi.platform.office.PeriodName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 不納欠損の起案と承認: one clerk proposes with grounds, another one approves; only then it is booked, with
 * the amount that was proposed. What a claim loses by time alone is written off by the month's run.
 */
@Component
@LegalBasis({"地15条の7", "自治法236条"})
class WriteOffProposals {

    private final JdbcClient db;
    private final DeskBook book;
    private final BookingDay bookingDay;
    private final WriteOffs writeOffs;
    private final Show show = new Show();

    WriteOffProposals(JdbcClient db, DeskBook book, BookingDay bookingDay, WriteOffs writeOffs) {
        this.db = db;
        this.book = book;
        this.bookingDay = bookingDay;
        this.writeOffs = writeOffs;
    }

    /** 不納欠損事由コード that a person decides. */
    enum Reason {
        STOPPED("2", "執行停止後3年"),
        AT_ONCE("3", "執行停止と同時の消滅"),
        OTHER("9", "その他（相続放棄など）");

        private final String code;
        private final String japanese;

        Reason(String code, String japanese) {
            this.code = code;
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        static Reason of(String code) {
            return List.of(values()).stream()
                    .filter(one -> one.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(code));
        }
    }

    /**
     * A proposal that waits.
     *
     * @param version of the person's account, for the one who decides
     */
    public record Proposal(
            long id,
            long person,
            long instalment,
            String claim,
            long amount,
            Reason reason,
            String grounds,
            LocalDate proposedOn,
            String proposedBy,
            String proposer,
            int version) {}

    List<Proposal> waiting() {
        return proposals("w.state = 'PROPOSED'", 0);
    }

    Optional<Proposal> find(long id) {
        return proposals("w.state = 'PROPOSED' AND w.proposal_id = :id", id).stream().findFirst();
    }

    private List<Proposal> proposals(String condition, long id) {
        return db.sql(
                        """
                        SELECT w.*, c.name || ' ' || i.levy_year || '年度 ' AS claim, i.method, i.period, coalesce(m.name, w.proposed_by) AS proposer,
                            (SELECT coalesce(max(version), 0) FROM levy.desk_entry v
                             WHERE v.subject = 'PERSON:' || w.person_no) AS version
                        FROM levy.write_off_proposal w JOIN levy.instalment i USING (instalment_id) JOIN levy.levy_code c USING (levy_code)
                        LEFT JOIN LATERAL (SELECT staff_name AS name FROM levy.desk_entry e WHERE e.staff_no = w.proposed_by
                            AND e.person_no = w.person_no ORDER BY e.entry_id DESC LIMIT 1) m ON true
                        WHERE %s AND :id = :id ORDER BY w.proposal_id LIMIT 200
                        """
                                .formatted(condition))
                .param("id", id)
                .query((row, n) ->
                        new Proposal(
                                row.getLong("proposal_id"),
                                row.getLong("person_no"),
                                row.getLong("instalment_id"),
                                row.getString("claim")
                                        + PeriodName.of(row.getInt("method"), row.getInt("period")),
                                row.getLong("amount"),
                                Reason.of(row.getString("reason")),
                                row.getString("grounds"),
                                row.getObject("proposed_on", LocalDate.class),
                                row.getString("proposed_by"),
                                row.getString("proposer"),
                                row.getInt("version")))
                .list();
    }

    /** 起案: everything that is open on the instalment. */
    Outcome propose(long personNo, long instalmentId, Reason reason, Act act) {
        if (act.isWithoutReason()) {
            return new Outcome.Refused("事由の説明を入れてください。");
        }
        long open =
                db.sql(
                                "SELECT open FROM levy.v_instalment WHERE instalment_id = ? AND person_no = ?")
                        .params(instalmentId, personNo)
                        .query(Long.class)
                        .optional()
                        .orElse(0L);
        if (open == 0) {
            return new Outcome.Refused("この期に未済額はありません。");
        }
        if (waiting().stream().anyMatch(one -> one.instalment() == instalmentId)) {
            return new Outcome.Refused("この期には承認を待つ起案がすでにあります。");
        }
        String what = "不納欠損の起案 %s（%s）".formatted(show.yen(open), reason.japanese());
        book.enter(Subject.person(personNo), act, "PROPOSE", what);
        db.sql(
                        """
                        INSERT INTO levy.write_off_proposal (instalment_id, person_no, reason, grounds, amount, proposed_on,
                            proposed_by)
                        VALUES (:instalment, :person, :reason, :grounds, :amount, :day, :staff)
                        """)
                .param("instalment", instalmentId)
                .param("person", personNo)
                .param("reason", reason.code)
                .param("grounds", act.reason())
                .param("amount", open)
                .param("day", act.today())
                .param("staff", act.staffNo())
                .update();
        return new Outcome.Done("起案しました。ほかの職員の承認を待っています。");
    }

    /** 承認 by a second person, only while the amount is still the one that was proposed. */
    Outcome approve(Proposal proposal, Act act) {
        long open =
                db.sql("SELECT open FROM levy.instalment_balance WHERE instalment_id = ?")
                        .param(proposal.instalment())
                        .query(Long.class)
                        .single();
        if (proposal.proposedBy().equals(act.staffNo())) {
            return new Outcome.Refused("起案した職員は承認できません。ほかの職員が承認してください。");
        }
        if (open != proposal.amount()) {
            return new Outcome.Refused(
                    "未済額が起案のときの %s から %s に変わりました。否決して、起案し直してください。"
                            .formatted(show.yen(proposal.amount()), show.yen(open)));
        }
        book.enter(
                Subject.person(proposal.person()),
                act,
                "APPROVE",
                "不納欠損の承認 %s".formatted(show.yen(proposal.amount())));
        decide(proposal, "APPROVED", act);
        LocalDate bookedOn = bookingDay.of(act.today());
        Reason reason = proposal.reason();
        writeOffs.decided(proposal.instalment(), reason.code, reason.japanese(), bookedOn);
        return new Outcome.Done(
                "%s を不納欠損としました。会計日は %s です。"
                        .formatted(show.yen(proposal.amount()), show.date(bookedOn)));
    }

    Outcome reject(Proposal proposal, Act act) {
        if (act.isWithoutReason()) {
            return new Outcome.Refused("否決の理由を入れてください。");
        }
        if (proposal.proposedBy().equals(act.staffNo())) {
            return new Outcome.Refused("起案した職員は否決できません。ほかの職員が決めてください。");
        }
        book.enter(
                Subject.person(proposal.person()),
                act,
                "REJECT",
                "不納欠損の否決 %s".formatted(show.yen(proposal.amount())));
        decide(proposal, "REJECTED", act);
        return new Outcome.Done("否決しました。");
    }

    private void decide(Proposal proposal, String state, Act act) {
        db.sql(
                        """
                        UPDATE levy.write_off_proposal SET state = :state, decided_on = :day, decided_by = :staff
                        WHERE proposal_id = :id AND state = 'PROPOSED'
                        """)
                .param("state", state)
                .param("day", act.today())
                .param("staff", act.staffNo())
                .param("id", proposal.id())
                .update();
    }
}
