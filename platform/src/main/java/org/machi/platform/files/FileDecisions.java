package org.machi.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.machi.formats.column.FormatException;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 拒否・保留の処理: what clerks decide about files that the intake did not take.
 *
 * <p>A file that was refused for data of this office is taken up again when they are mended. A held
 * one is taken beside the file of its number when one clerk has asked the sender, another one
 * agrees, and no line stands in both; or it is discarded. Whatever is to be taken waits in the
 * inbox again, so that it goes the same way as every other file.
 */
@Component
public class FileDecisions {

    private final JdbcClient db;
    private final FileStore store;
    private final Inbox inbox;
    private final Intake intake;
    private final SharedLines shared;
    private final RowsAgain rowsAgain;
    private final BusinessDate businessDate;
    private final TransactionTemplate transaction;

    FileDecisions(
            JdbcClient db,
            FileStore store,
            Inbox inbox,
            Intake intake,
            SharedLines shared,
            RowsAgain rowsAgain,
            BusinessDate businessDate,
            TransactionTemplate transaction) {
        this.db = db;
        this.store = store;
        this.inbox = inbox;
        this.intake = intake;
        this.shared = shared;
        this.rowsAgain = rowsAgain;
        this.businessDate = businessDate;
        this.transaction = transaction;
    }

    /** What was decided. */
    public enum Deed {
        AGAIN("再取込"),
        PROPOSED("確認"),
        APPROVED("承認して取込"),
        DISCARDED("破棄");

        private final String label;

        Deed(String label) {
            this.label = label;
        }

        /** Japanese name. */
        public String label() {
            return label;
        }
    }

    /**
     * Somebody's decision.
     *
     * @param message what stood about the file before
     */
    public record Decision(
            Deed deed,
            String reason,
            String message,
            String staffNo,
            String staffName,
            LocalDate businessDate,
            Instant decidedAt) {}

    /** Who decides and why. */
    public record Decider(String staffNo, String staffName, String reason) {}

    /** Whether it was done, and what the clerk is told. */
    public record Answer(boolean done, String words) {

        private static Answer no(String words) {
            return new Answer(false, words);
        }
    }

    /** All decisions about a file, the newest last. */
    public List<Decision> of(long fileId) {
        return db.sql(
                        """
                        SELECT deed, reason, message, staff_no, staff_name, business_date, decided_at
                          FROM files.decision WHERE file_id = ? ORDER BY id
                        """)
                .param(fileId)
                .query((row, n) ->
                        new Decision(
                                Deed.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, LocalDate.class),
                                row.getTimestamp(7).toInstant()))
                .list();
    }

    /** Whether a held file waits for a second person. */
    public boolean isProposed(FileRecord file) {
        List<Decision> all = of(file.id());
        return file.held() && !all.isEmpty() && all.getLast().deed() == Deed.PROPOSED;
    }

    /**
     * Whether the file can be taken up again: see {@link FileRecord#refusedForDataHere}, or rows of
     * it that were left aside.
     */
    public boolean mayComeAgain(FileRecord file) {
        boolean lost = file.incoming() && file.state() == FileState.RECEIVED;
        return file.refusedForDataHere()
                || (lost && !inbox.holds(file.name()))
                || rowsAgain.possible(file);
    }

    /** Why a held file can't be taken; empty if nothing stands against it. */
    public String objection(FileRecord file) {
        String taken = takenAlready(file);
        if (!taken.isEmpty()) {
            return taken;
        }
        try {
            List<Long> lines = shared.of(file);
            return lines.isEmpty()
                    ? ""
                    : "取込済のファイルと同じ内容の行が%d行あります（%d行目など）。取り込むと二重になります。破棄し、重なりのないファイルを新しい通番で送るよう送信元に依頼してください。"
                            .formatted(lines.size(), lines.getFirst());
        } catch (FormatException unreadable) {
            return "内容を最後まで読み取れません：" + unreadable.finding().message();
        }
    }

    private String takenAlready(FileRecord file) {
        return shared.whole(file)
                .map(other -> "同じ内容のファイル（番号%d）を取込済みです。".formatted(other.id()))
                .orElse("");
    }

    /** 再取込 of a refused file, or of the rows that an applied one left aside. */
    public Answer again(FileRecord file, Decider decider) {
        if (rowsAgain.anyWait(file)) {
            return transaction.execute(status -> {
                if (!rowsAgain.ask(file, businessDate.today())) {
                    return Answer.no("除外した行の再取込はすでに指示されています。次の取込処理で取り込みます。");
                }
                enter(file, Deed.AGAIN, decider);
                return new Answer(true, "除外した行の再取込を登録しました。次の取込処理で取り込みます。");
            });
        }
        if (!mayComeAgain(file)) {
            return Answer.no("このファイルは再取込できません。送信元に正しいファイルの再送を依頼してください。");
        }
        String taken = takenAlready(file);
        return taken.isEmpty()
                ? putBack(file, Deed.AGAIN, file.branch(), decider)
                : Answer.no(taken);
    }

    /** 確認: the sender said that a held file comes beside the other one of its number. */
    public Answer propose(FileRecord file, Decider decider) {
        String objection = file.held() ? objection(file) : "保留のファイルではありません。";
        if (!objection.isEmpty()) {
            return Answer.no(objection);
        }
        if (isProposed(file)) {
            return Answer.no("ほかの職員の承認をすでに待っています。");
        }
        transaction.executeWithoutResult(status -> enter(file, Deed.PROPOSED, decider));
        return new Answer(true, "確認を登録しました。ほかの職員が承認すると取り込みます。");
    }

    /** 承認 by a second person. */
    public Answer approve(FileRecord file, Decider decider) {
        if (!isProposed(file)) {
            return Answer.no("先に送信元への確認を登録してください。");
        }
        if (of(file.id()).getLast().staffNo().equals(decider.staffNo())) {
            return Answer.no("確認した職員は承認できません。ほかの職員が承認してください。");
        }
        String objection = objection(file);
        if (!objection.isEmpty()) {
            return Answer.no(objection);
        }
        int branch =
                db.sql(
                                """
                                SELECT 1 + coalesce(max(branch), 0) FROM files.file
                                 WHERE direction = 'IN' AND kind = ? AND sender = ? AND serial = ?
                                """)
                        .params(file.kind(), file.sender(), file.serial())
                        .query(Integer.class)
                        .single();
        return putBack(file, Deed.APPROVED, branch, decider);
    }

    /** 破棄: the file stays on record and is never taken. */
    public Answer discard(FileRecord file, Decider decider) {
        if (!file.held()) {
            return Answer.no("保留のファイルではありません。");
        }
        return transaction.execute(status -> {
            if (!change(file, FileState.DISCARDED, file.branch(), "破棄しました：" + decider.reason())) {
                return changedMeanwhile();
            }
            enter(file, Deed.DISCARDED, decider);
            return new Answer(true, "破棄しました。");
        });
    }

    /**
     * While the intake stands still, so that it never sees the file without its row's new state.
     */
    private Answer putBack(FileRecord file, Deed deed, int branch, Decider decider) {
        synchronized (intake) {
            if (inbox.holds(file.name())) {
                return Answer.no("同じ名前のファイルが受信箱で待っています。先に取込処理を実行してください。");
            }
            return transaction.execute(status -> {
                if (!change(file, FileState.RECEIVED, branch, deed.label() + "を待っています")) {
                    return changedMeanwhile();
                }
                enter(file, deed, decider);
                try (InputStream bytes = store.open(file.storedAs())) {
                    inbox.putBack(file, bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return new Answer(true, "受信箱に戻しました。次の取込処理で取り込みます。");
            });
        }
    }

    private static Answer changedMeanwhile() {
        return Answer.no("画面を開いた後に、ほかの職員が処理しました。");
    }

    private boolean change(FileRecord file, FileState state, int branch, String message) {
        return db.sql(
                                """
                                UPDATE files.file SET state = ?, branch = ?, message = ? WHERE id = ? AND state = ?
                                """)
                        .params(state.name(), branch, message, file.id(), file.state().name())
                        .update()
                == 1;
    }

    private void enter(FileRecord file, Deed deed, Decider decider) {
        db.sql(
                        """
                        INSERT INTO files.decision
                            (file_id, deed, reason, message, staff_no, staff_name, business_date)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        file.id(),
                        deed.name(),
                        decider.reason(),
                        file.message(),
                        decider.staffNo(),
                        decider.staffName(),
                        businessDate.today())
                .update();
    }
}
