package org.machi.city.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.FileStore;
import org.machi.platform.forms.FontSet;
import org.machi.platform.forms.ListSheet;
import org.machi.platform.forms.PrintRun;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 持ち出し (seed 001, Ⅲ5 リスク2): the content is made when somebody asks for it, kept encrypted, agreed
 * to by another person, given only to the one who asked, onto a registered medium, and erased when
 * its receipt is on record. Every step happens once: a second clerk is told what the first one did.
 */
@Component
class Dispatches {

    private final JdbcClient db;
    private final SharedData shared;
    private final FileStore store;
    private final OrganisationSettings settings;
    private final TransactionTemplate transaction;

    Dispatches(
            JdbcClient db,
            SharedData shared,
            FileStore store,
            OrganisationSettings settings,
            TransactionTemplate transaction) {
        this.db = db;
        this.shared = shared;
        this.store = store;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Why something was not done, in the words of the page. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * What is asked for.
     *
     * @param mediumNo the registered medium; null for paper
     * @param people only these; null for everybody whom the definition covers
     */
    record Request(
            Definition definition,
            String reason,
            @Nullable String mediumNo,
            @Nullable List<Long> people) {}

    /** 申請. Returns its number. */
    long request(Request asked, LocalDate day, Actor actor) {
        requireSense(asked);
        // A refusal is an answer and no fault: what was read until then stays on record.
        Outcome outcome =
                transaction.execute(status -> {
                    try {
                        return new Outcome(make(asked, day, actor), null);
                    } catch (Refused why) {
                        return new Outcome(0, why);
                    }
                });
        Refused refused = outcome.refused();
        if (refused != null) {
            throw refused;
        }
        return outcome.number();
    }

    private record Outcome(long number, @Nullable Refused refused) {}

    private long make(Request asked, LocalDate day, Actor actor) {
        Definition definition = asked.definition();
        requireNoneUnderWay(definition);
        List<Long> people = asked.people() == null ? null : onRecord(asked.people());
        shared.put(definition, people == null ? List.of() : people, day);
        SharedData.Taken taken = shared.take(definition, people, null, day, actor);
        if (taken.rows().isEmpty()) {
            throw new Refused("渡せる情報がありません。宛名番号を確かめてください。表示されない理由は係の責任者に確認してください。");
        }
        long number = nextNumber();
        insert(number, asked, content(definition, number, taken.rows(), day), taken, day, actor);
        return number;
    }

    /** The numbers in use of those that were typed; one that nobody has is told, not left out. */
    private List<Long> onRecord(List<Long> typed) {
        List<Long> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        db.sql(
                        """
                        select t.no, v.person_no from unnest(cast(:typed as bigint[])) t (no)
                        left join people.merge g on g.person_no = t.no and g.undone_on is null
                        left join people.v_person v on v.person_no = coalesce(g.survivor_no, t.no)
                        """)
                .param("typed", typed.toArray(Long[]::new))
                .query(row -> {
                    long number = row.getLong("person_no");
                    if (row.wasNull()) {
                        unknown.add(Long.toString(row.getLong("no")));
                    } else {
                        known.add(number);
                    }
                });
        if (!unknown.isEmpty()) {
            throw new Refused("宛名に登録のない宛名番号があります: " + String.join("、", unknown));
        }
        return known;
    }

    private void requireSense(Request asked) {
        Definition definition = asked.definition();
        if (!definition.byRequest()) {
            throw new Refused("この移転は媒体や紙では行いません（" + definition.medium().label() + "）。");
        }
        if (definition.suspendedOn() != null) {
            throw new Refused("この移転は停止しています。");
        }
        if (asked.reason().isBlank()) {
            throw new Refused("移転の理由（依頼文書の番号など）を入れてください。");
        }
        boolean paper = definition.medium() == Definition.Medium.PAPER;
        if (paper && (asked.people() == null || asked.people().isEmpty())) {
            throw new Refused("紙の移転は、対象者の宛名番号を入れてください。");
        }
        if (!paper && (asked.mediumNo() == null || !isRegistered(asked.mediumNo()))) {
            throw new Refused("登録された媒体の番号を選んでください。登録のない媒体には書き出せません。");
        }
    }

    private boolean isRegistered(String mediumNo) {
        return db.sql(
                        "select exists (select from share.medium where medium_no = :no and"
                                + " retired_on is null)")
                .param("no", mediumNo)
                .query(Boolean.class)
                .single();
    }

    /** A whole month's list is not made twice at the same time. */
    private void requireNoneUnderWay(Definition definition) {
        if (definition.medium() != Definition.Medium.FLASH) {
            return;
        }
        db.sql("select code from share.definition where code = :code for no key update")
                .param("code", definition.code())
                .query()
                .singleRow();
        db.sql(
                        """
                        select dispatch_no from share.dispatch
                        where definition = :code and state in ('REQUESTED', 'APPROVED', 'TAKEN')
                        """)
                .param("code", definition.code())
                .query(Long.class)
                .optional()
                .ifPresent(open -> {
                    throw new Refused("申請番号 %d の受領が済んでいません。先にそれを終えてください。".formatted(open));
                });
    }

    private long nextNumber() {
        return db.sql("select nextval(pg_get_serial_sequence('share.dispatch', 'dispatch_no'))")
                .query(Long.class)
                .single();
    }

    private record Content(String name, byte[] bytes) {}

    private Content content(
            Definition definition, long number, List<List<String>> rows, LocalDate day) {
        TransferFile file =
                TransferFile.of(definition, settings.code(), Math.toIntExact(number), day);
        if (definition.medium() == Definition.Medium.FLASH) {
            return new Content(file.name(), file.bytes(rows));
        }
        PrintRun.Single sheet =
                PrintRun.single(
                        FontSet.find(settings.folder()),
                        new ListSheet(
                                new ListSheet.Title("特定個人情報等移転票", "移転票", "申請番号", number),
                                List.of(
                                        "移転先　" + definition.receiver(),
                                        "根拠　" + definition.basis(),
                                        "用途　" + definition.purpose(),
                                        "作成日　" + day + "　件数　" + rows.size()),
                                "取扱注意　使用後は速やかに裁断してください。目的外の利用はできません。",
                                definition.items(),
                                rows));
        if (sheet.pdf().length == 0) {
            throw new Refused("印刷できない文字があります: " + sheet.undrawable().getFirst().character());
        }
        return new Content(file.name().replace(".csv", ".pdf"), sheet.pdf());
    }

    private void insert(
            long number,
            Request asked,
            Content content,
            SharedData.Taken taken,
            LocalDate day,
            Actor actor) {
        db.sql(
                        """
                        insert into share.dispatch (dispatch_no, definition, state, file_name, stored_as, sha256,
                            row_count, stopped, medium_no, reason, requested_on, requested_by)
                        overriding system value
                        values (:no, :definition, 'REQUESTED', :name, :stored, :hash, :rows, :stopped, :medium, :reason,
                                :day, :staff)
                        """)
                .param("no", number)
                .param("definition", asked.definition().code())
                .param("name", content.name())
                .param("stored", store.keep(content.bytes(), day))
                .param("hash", sha256(content.bytes()))
                .param("rows", taken.rows().size())
                .param("stopped", taken.stopped())
                .param("medium", asked.mediumNo())
                .param("reason", asked.reason().strip())
                .param("day", day)
                .param("staff", actor.staff())
                .update();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Dispatch> find(long number) {
        return db.sql("select * from share.dispatch where dispatch_no = :no")
                .param("no", number)
                .query(Dispatch.class)
                .optional();
    }

    List<Dispatch> open() {
        return db.sql(
                        """
                        select * from share.dispatch where state in ('REQUESTED', 'APPROVED', 'TAKEN')
                        order by dispatch_no
                        """)
                .query(Dispatch.class)
                .list();
    }

    List<Dispatch> of(String definition, int most) {
        return db.sql(
                        """
                        select * from share.dispatch where definition = :definition
                        order by dispatch_no desc limit :most
                        """)
                .param("definition", definition)
                .param("most", most)
                .query(Dispatch.class)
                .list();
    }

    /** 承認 or 否認 by somebody else than the one who asked. */
    void decide(Dispatch dispatch, boolean agreed, String note, LocalDate day, Actor actor) {
        if (dispatch.requestedBy().equals(actor.staff())) {
            throw new Refused("申請した職員は承認できません。ほかの責任者が確かめてください。");
        }
        if (!agreed && note.isBlank()) {
            throw new Refused("否認の理由を入れてください。");
        }
        once(
                db.sql(
                                """
                                update share.dispatch
                                set state = :to, decided_on = :day, decided_by = :staff, decided_note = :note
                                where dispatch_no = :no and state = 'REQUESTED'
                                """)
                        .param("to", agreed ? "APPROVED" : "REFUSED")
                        .param("day", day)
                        .param("staff", actor.staff())
                        .param("note", note.strip())
                        .param("no", dispatch.dispatchNo())
                        .update());
        if (!agreed) {
            erase(dispatch, day);
        }
    }

    /** 取りやめ of what was agreed to and can't or need not be taken away any more. */
    void withdraw(Dispatch dispatch, String note, LocalDate day, String staff) {
        if (note.isBlank()) {
            throw new Refused("取りやめる理由を入れてください。");
        }
        once(
                db.sql(
                                """
                                update share.dispatch
                                set state = 'REFUSED', decided_on = :day, decided_by = :staff, decided_note = :note
                                where dispatch_no = :no and state = 'APPROVED'
                                """)
                        .param("day", day)
                        .param("staff", staff)
                        .param("note", "取りやめ：" + note.strip())
                        .param("no", dispatch.dispatchNo())
                        .update());
        erase(dispatch, day);
    }

    /** 持ち出し: the content, unchanged, to the one who asked. */
    byte[] fetch(Dispatch dispatch, LocalDate day, Actor actor) {
        if (!dispatch.requestedBy().equals(actor.staff())) {
            throw new Refused("持ち出せるのは申請した職員だけです。");
        }
        String storedAs = dispatch.storedAs();
        if (storedAs == null || dispatch.state() != Dispatch.State.APPROVED) {
            throw new Refused("持ち出せる状態ではありません（" + dispatch.state().label() + "）。");
        }
        try (InputStream in = store.open(storedAs)) {
            byte[] bytes = in.readAllBytes();
            if (!sha256(bytes).equals(dispatch.sha256())) {
                throw new Refused("保管した内容が申請のときと違います。システム管理者に連絡してください。");
            }
            once(
                    db.sql(
                                    """
                                    update share.dispatch set state = 'TAKEN', taken_on = :day, taken_terminal = :terminal
                                    where dispatch_no = :no and state = 'APPROVED'
                                    """)
                            .param("day", day)
                            .param("terminal", actor.terminal())
                            .param("no", dispatch.dispatchNo())
                            .update());
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 受領: who took it over; then the content is erased here. */
    void received(Dispatch dispatch, String name, LocalDate day) {
        if (name.isBlank()) {
            throw new Refused("受領した人の所属と氏名を入れてください。");
        }
        once(
                db.sql(
                                """
                                update share.dispatch set state = 'RECEIVED', received_on = :day, received_name = :name
                                where dispatch_no = :no and state = 'TAKEN'
                                """)
                        .param("day", day)
                        .param("name", name.strip())
                        .param("no", dispatch.dispatchNo())
                        .update());
        erase(dispatch, day);
    }

    private void erase(Dispatch dispatch, LocalDate day) {
        String storedAs = dispatch.storedAs();
        if (storedAs == null) {
            return;
        }
        try {
            store.erase(storedAs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        db.sql(
                        "update share.dispatch set stored_as = null, erased_on = :day where"
                                + " dispatch_no = :no")
                .param("day", day)
                .param("no", dispatch.dispatchNo())
                .update();
    }

    private static void once(int rows) {
        if (rows == 0) {
            throw new Refused("ほかの職員が先に処理しました。画面を開き直してください。");
        }
    }
}
