package org.machi.union.window;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.platform.audit.Actor;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.files.DeskRows;
import org.machi.platform.jobs.AtOnce;
import org.machi.platform.jobs.JobBusy;
import org.machi.platform.jobs.JobRun;
import org.machi.union.burden.Burden;
import org.machi.union.cards.Cards;
import org.machi.union.eligibility.Eligibility;
import org.machi.union.eligibility.Verdicts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 即時交付: 受付, 審査 and 決定 of one entry at once, by the rules of the daily job and in one transaction:
 * the row goes the way of a city's file, then eligibility, verdict, share and 証 are decided. What
 * it decided stands in the union's own tables, so the next files tell the city the same.
 */
@Service
public class ImmediateIssue {

    /** The job whose steps these are; nothing is decided at once before it is done for the day. */
    public static final String DAY_JOB = "UNION_DAILY";

    private final AtOnce atOnce;
    private final DeskRows rows;
    private final Eligibility eligibility;
    private final Verdicts verdicts;
    private final Burden burden;
    private final Cards cards;
    private final JdbcClient db;

    ImmediateIssue(
            AtOnce atOnce,
            DeskRows rows,
            Eligibility eligibility,
            Verdicts verdicts,
            Burden burden,
            Cards cards,
            JdbcClient db) {
        this.atOnce = atOnce;
        this.rows = rows;
        this.eligibility = eligibility;
        this.verdicts = verdicts;
        this.burden = burden;
        this.cards = cards;
        this.db = db;
    }

    /**
     * What was decided.
     *
     * @param cardNo 証管理番号 of the piece to print now; null when there is none
     * @param note the reason of the verdict, and why there is no piece
     */
    record Decided(Entries.State state, @Nullable String cardNo, String note) {}

    /** The person of a 先行入力 as 住民基本台帳情報, if it is one, and the entries about him or her. */
    record Case(Optional<Row> person, List<Entries.Entry> entries) {}

    /** Decides in the transaction of the page. */
    Decided decide(Case asked, LocalDate day, Actor actor) {
        JobRun held = hold(day);
        Entries.Entry main = asked.entries().getFirst();
        refuseTwice(main);
        DeskRows.Origin origin = new DeskRows.Origin(main.city(), day, actor);
        long before = lastCard();
        asked.person().ifPresent(row -> take(FileKind.U_PERSON, row, origin));
        for (Entries.Entry entry : asked.entries()) {
            take(FileKind.U_APPLY, EntryForm.row(entry), origin);
        }
        atOnce.work(
                held,
                actor,
                List.of(eligibility::judge, verdicts::decide, burden::judge, cards::issue));
        Optional<String> card = newCard(main, before);
        card.ifPresent(cardNo -> cards.handOver(cardNo, day));
        return decided(main, card);
    }

    /** Two clerks at once, or one who presses twice: the second gets no second piece. */
    private void refuseTwice(Entries.Entry entry) {
        db.sql(
                        """
                        SELECT reception_no FROM windows.entry
                         WHERE city_code = ? AND person_no = ? AND kind = ? AND received_on = ? AND state = 'DECIDED'
                         LIMIT 1
                        """)
                .params(entry.city(), entry.personNo(), entry.kind(), entry.receivedOn())
                .query(String.class)
                .optional()
                .ifPresent(reception -> {
                    throw new ChangedMeanwhile(
                            "同じ届出・申請を本日、受付番号%sで決定しています。証の印刷をやり直すときは、その受付番号の画面を開いてください。"
                                    .formatted(reception));
                });
    }

    /** Hands an entry with papers to the union's clerks. */
    void send(Entries.Entry entry, LocalDate day, Actor actor) {
        hold(day);
        take(FileKind.U_APPLY, EntryForm.row(entry), new DeskRows.Origin(entry.city(), day, actor));
    }

    private JobRun hold(LocalDate day) {
        try {
            return atOnce.hold(DAY_JOB, day);
        } catch (JobBusy busy) {
            throw new ChangedMeanwhile(
                    "広域連合の本日の日次処理が終わっていないため、即時の決定ができません。終わってから、もう一度操作してください。入力は保存されていません。");
        }
    }

    private void take(FileKind kind, Row row, DeskRows.Origin origin) {
        if (!rows.take(kind, row, origin)) {
            throw new ChangedMeanwhile("宛名番号・世帯番号・日付が広域連合の記録と合わないため、受け付けられません。内容を確かめて入力し直してください。");
        }
    }

    private long lastCard() {
        return db.sql("SELECT coalesce(max(card_id), 0) FROM cards.card")
                .query(Long.class)
                .single();
    }

    /** The piece that was decided for the person of the entry, and for nobody else in the home. */
    private Optional<String> newCard(Entries.Entry entry, long before) {
        return db.sql(
                        """
                        SELECT c.card_no FROM cards.card c
                          JOIN register.person p ON p.person_id = c.person_id
                         WHERE c.card_id > ? AND p.city_code = ? AND p.person_no = ? AND c.city_code = p.city_code
                         ORDER BY c.card_id DESC LIMIT 1
                        """)
                .params(before, entry.city(), entry.personNo())
                .query(String.class)
                .optional();
    }

    private record Verdict(String result, String reason) {}

    private Decided decided(Entries.Entry entry, Optional<String> card) {
        Optional<Verdict> verdict =
                db.sql(
                                """
                                SELECT v.result, v.reason FROM eligibility.v_verdict v
                                  JOIN eligibility.application a USING (application_id)
                                 WHERE a.city_code = ? AND a.reception_no = ?
                                """)
                        .params(entry.city(), entry.receptionNo())
                        .query(Verdict.class)
                        .optional();
        String reason = verdict.map(Verdict::reason).orElse("決定できる事実がまだありません");
        Entries.State state =
                switch (verdict.map(Verdict::result).orElse("3")) {
                    case "1", "4" -> Entries.State.DECIDED;
                    case "2" -> Entries.State.REFUSED;
                    default -> Entries.State.HELD;
                };
        return new Decided(
                state,
                card.orElse(null),
                card.isPresent() || state != Entries.State.DECIDED
                        ? reason
                        : reason + "。" + whyNoCard(entry));
    }

    private String whyNoCard(Entries.Entry entry) {
        boolean shareUnknown =
                db.sql(
                                """
                                SELECT EXISTS (
                                    SELECT FROM eligibility.period e JOIN register.person p USING (person_id)
                                     WHERE p.city_code = ? AND p.person_no = ? AND e.copay IS NULL
                                       AND upper(e.valid) = 'infinity')
                                """)
                        .params(entry.city(), entry.personNo())
                        .query(Boolean.class)
                        .single();
        return shareUnknown
                ? "負担割合を判定できないため、証はまだ発行できません（前の広域連合の負担区分等証明書を入力するか、所得の判明を待ちます）"
                : "新しく発行する証はありません";
    }
}
