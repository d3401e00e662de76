package org.machi.city.koki.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.machi.city.levy.PostedLetters;
import org.machi.city.people.ApplicationsByOffice;
import org.machi.city.people.SentElsewhere;
import org.machi.city.people.SentElsewhere.MailingAddress;
import org.machi.law.LegalBasis;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done about a letter that came back. A person becomes 居所不明 only after an inquiry; a letter
 * is published only while its addressee is 居所不明; who is found again ends both.
 */
@Service
public class MailDeeds {

    /** 公示送達: the service counts when seven days have passed, the first day included. */
    @LegalBasis("地20条の2第3項")
    static final int DAYS_OF_NOTICE = 7;

    private final JdbcClient db;
    private final ReturnedMail mail;
    private final SentElsewhere addresses;
    private final ApplicationsByOffice applications;
    private final PostedLetters posted;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    MailDeeds(
            JdbcClient db,
            ReturnedMail mail,
            SentElsewhere addresses,
            ApplicationsByOffice applications,
            PostedLetters posted,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.db = db;
        this.mail = mail;
        this.addresses = addresses;
        this.applications = applications;
        this.posted = posted;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Who does it, and on which business day. */
    public record By(Actor clerk, LocalDate today) {}

    /**
     * How a deed ended: empty, or why not, for the clerk. One clerk at a time works on a person's
     * mail, so what the second one looks at is what the first one left.
     */
    private Optional<String> unless(
            long personNo, Supplier<@Nullable String> fault, Runnable deed) {
        return Optional.ofNullable(
                transaction.execute(_ -> {
                    db.sql("select 1 from people.person where person_no = ? for update")
                            .param(personNo)
                            .query(Integer.class)
                            .single();
                    String why = fault.get();
                    if (why == null) {
                        deed.run();
                    }
                    return why;
                }));
    }

    /**
     * 再送 to the address of the register, or to another from now on.
     *
     * @param to null keeps the mailing address as it is by now
     */
    public Optional<String> resend(
            long personNo, String letterNo, @Nullable MailingAddress to, String note, By by) {
        return unless(
                personNo,
                () ->
                        openFault(personNo, letterNo, true)
                                .orElse(note.isBlank() ? "再送の理由（送付先を何で確かめたか）を入れてください。" : null),
                () -> {
                    if (to != null) {
                        addresses.change(personNo, to, by.today(), by.clerk().staff());
                    }
                    db.sql(STATE + ", resent_on = excluded.resent_on")
                            .param("letter", letterNo)
                            .param("person", personNo)
                            .param("state", "RESENT")
                            .param("resent", by.today())
                            .param("published", null)
                            .param("effective", null)
                            .param("notice", null)
                            .param("today", by.today())
                            .update();
                    settleUnsent(letterNo, by);
                    enter(letterNo, personNo, "RESENT", note, by);
                });
    }

    /** Why nothing can be done about a letter: it did not come back, or somebody did it already. */
    private Optional<String> openFault(long personNo, String letterNo, boolean again) {
        Optional<ReturnedMail.Line> line = mail.find(personNo, letterNo);
        if (line.isEmpty()) {
            return Optional.of("返戻になった郵便ではありません。");
        }
        if (line.get().card()) {
            return Optional.of("証は「証」の画面で、再発送するか窓口で渡してください。");
        }
        boolean found =
                again && line.get().state().equals("公示送達") && mail.unknownSince(personNo).isEmpty();
        return line.get().undoable() && !found
                ? Optional.of("既に「" + line.get().state() + "」です。やり直すときは、先に処理を取り消してください。")
                : Optional.empty();
    }

    /** 証 are dealt with in their own book; here the case ends with them. */
    public void settled(long personNo, String letterNo, String note, By by) {
        state(letterNo, personNo, "CLOSED", by);
        enter(letterNo, personNo, "CLOSED", note, by);
    }

    /** What was done about a letter was a mistake: it waits again. */
    public Optional<String> undo(long personNo, String letterNo, String note, By by) {
        return unless(
                personNo,
                () ->
                        mail.find(personNo, letterNo)
                                        .filter(line -> line.undoable() && !line.card())
                                        .isEmpty()
                                ? "取り消せる処理がありません。"
                                : note.isBlank() ? "取り消す理由を入れてください。" : null,
                () -> reopen(personNo, letterNo, note, by));
    }

    /** The case of a letter is open again. */
    public void reopen(long personNo, String letterNo, String note, By by) {
        db.sql("delete from koki.mail_case where letter_no = ?").param(letterNo).update();
        enter(letterNo, personNo, "UNDONE", note, by);
    }

    /** A letter that was not sent at all no longer waits among those that were pulled out. */
    private void settleUnsent(String letterNo, By by) {
        for (String table : List.of("koki.letter", "koki.notice")) {
            db.sql(
                            "update "
                                    + table
                                    + " set settled_on = ? where letter_no = ? and pulled_out is not null and settled_on is null")
                    .params(by.today(), letterNo)
                    .update();
        }
        posted.settle(letterNo, by.today());
    }

    /**
     * 返戻 that the post office brought to the counter: from then on it stands in the register.
     *
     * @param result 返戻の理由
     */
    public Optional<String> cameBack(
            ReturnedMail.Posted letter, String result, @Nullable LocalDate on, By by) {
        return unless(
                letter.personNo(),
                () ->
                        on == null || on.isBefore(letter.issuedOn()) || on.isAfter(by.today())
                                ? "戻った日は、発送の日から今日までの日にしてください。"
                                : null,
                () -> {
                    posted.cameBack(
                            letter.letterNo(),
                            letter.personNo(),
                            letter.kind(),
                            result,
                            Objects.requireNonNull(on));
                    enter(letter.letterNo(), letter.personNo(), "CAME_BACK", letter.title(), by);
                });
    }

    /** An inquiry about where the person lives, for all letters of his that wait. */
    public Optional<String> inquire(
            long personNo, @Nullable LocalDate on, String how, String result, By by) {
        return unless(
                personNo,
                () ->
                        how.isBlank() || result.isBlank()
                                ? "調査の方法と結果を入れてください。"
                                : on == null || on.isAfter(by.today())
                                        ? "調査の日は今日までの日にしてください。"
                                        : null,
                () -> {
                    db.sql(
                                    """
                                    insert into koki.whereabouts_inquiry (person_no, on_day, how, result, staff)
                                    values (?, ?, ?, ?, ?)
                                    """)
                            .params(
                                    personNo,
                                    Objects.requireNonNull(on),
                                    how.strip(),
                                    result.strip(),
                                    by.clerk().staff())
                            .update();
                    mail.of(personNo).stream()
                            .filter(line -> line.state().equals("未処理"))
                            .forEach(line -> state(line.letterNo(), personNo, "INQUIRING", by));
                    enter(null, personNo, "INQUIRED", how.strip() + "：" + result.strip(), by);
                });
    }

    /** 居所不明: told to the union, whose register carries the flag. */
    public Optional<String> unknown(long personNo, String reason, By by) {
        return unless(
                personNo,
                () ->
                        mail.unknownSince(personNo).isPresent()
                                ? "既に居所不明です。"
                                : mail.isDead(personNo)
                                        ? "死亡している人です。居所不明とはせず、相続人を確かめてください。"
                                        : !mail.isInquired(personNo)
                                                ? "先に調査を記録してください。調べずに居所不明とはできません。"
                                                : reason.isBlank() ? "理由を入れてください。" : null,
                () -> {
                    db.sql(
                                    """
                                    insert into koki.whereabouts (person_no, unknown_from, reason, entered_by) values (?, ?, ?, ?)
                                    on conflict (person_no, unknown_from) do update
                                        set known_on = null, reason = excluded.reason, entered_by = excluded.entered_by
                                    """)
                            .params(personNo, by.today(), reason.strip(), by.clerk().staff())
                            .update();
                    tell(personNo, ApplicationsByOffice.UNKNOWN, reason.strip(), by);
                    enter(null, personNo, "UNKNOWN", reason.strip(), by);
                });
    }

    /** The union hears of who is insured; a 連帯納付義務者 need not be. */
    private void tell(long personNo, String kind, String why, By by) {
        if (mail.isInsured(personNo)) {
            applications.enter(personNo, kind, by.today(), why);
        }
    }

    /** 公示送達 of one letter from a day on. */
    public Optional<String> publish(
            long personNo, String letterNo, @Nullable LocalDate on, String noticeNo, By by) {
        return unless(
                personNo,
                () ->
                        openFault(personNo, letterNo, false)
                                .orElseGet(() ->
                                        publicationFault(personNo, letterNo, on, noticeNo, by)),
                () -> {
                    db.sql(
                                    STATE
                                            + ", published_on = excluded.published_on, effective_on = excluded.effective_on, notice_no = excluded.notice_no")
                            .param("letter", letterNo)
                            .param("person", personNo)
                            .param("state", "PUBLISHED")
                            .param("resent", null)
                            .param("published", on)
                            .param("effective", Objects.requireNonNull(on).plusDays(DAYS_OF_NOTICE))
                            .param("notice", noticeNo.strip())
                            .param("today", by.today())
                            .update();
                    settleUnsent(letterNo, by);
                    enter(letterNo, personNo, "PUBLISHED", noticeNo.strip(), by);
                });
    }

    private @Nullable String publicationFault(
            long personNo, String letterNo, @Nullable LocalDate on, String noticeNo, By by) {
        ReturnedMail.Line line = mail.find(personNo, letterNo).orElseThrow();
        if (line.demand()) {
            return "督促状の公示送達は、収納の個人画面で登録します（広域連合へも知らせます）。";
        }
        if (mail.unknownSince(personNo).isEmpty()) {
            return "居所不明の登録がありません。調査をして居所不明としてから公示送達にしてください。";
        }
        if (noticeNo.isBlank()) {
            return "告示の文書番号を入れてください。";
        }
        return on == null || on.isBefore(line.returnedOn()) || on.isAfter(by.today())
                ? "公示の日は返戻の日から今日までの日にしてください。"
                : null;
    }

    /** The person was found: 居所不明 ends, letters go to the address given, if one is. */
    public Optional<String> found(long personNo, @Nullable MailingAddress to, String how, By by) {
        return unless(
                personNo,
                () ->
                        mail.unknownSince(personNo).isEmpty()
                                ? "居所不明ではありません。"
                                : how.isBlank() ? "何で判明したかを入れてください。" : null,
                () -> {
                    db.sql(
                                    """
                                    update koki.whereabouts set known_on = ?, found_by = ?, ended_by = ?
                                    where person_no = ? and known_on is null
                                    """)
                            .params(by.today(), how.strip(), by.clerk().staff(), personNo)
                            .update();
                    if (to != null) {
                        addresses.change(personNo, to, by.today(), by.clerk().staff());
                    }
                    tell(personNo, ApplicationsByOffice.FOUND, how.strip(), by);
                    mail.of(personNo).stream()
                            .filter(line -> line.state().equals("調査中"))
                            .forEach(line ->
                                    db.sql("delete from koki.mail_case where letter_no = ?")
                                            .param(line.letterNo())
                                            .update());
                    enter(null, personNo, "FOUND", how.strip(), by);
                });
    }

    /** Nothing more is to be done, for example because the matter is settled otherwise. */
    public Optional<String> close(long personNo, String letterNo, String note, By by) {
        return unless(
                personNo,
                () ->
                        openFault(personNo, letterNo, false)
                                .orElse(note.isBlank() ? "理由を入れてください。" : null),
                () -> {
                    state(letterNo, personNo, "CLOSED", by);
                    settleUnsent(letterNo, by);
                    enter(letterNo, personNo, "CLOSED", note.strip(), by);
                });
    }

    private static final String STATE =
            """
            insert into koki.mail_case (letter_no, person_no, state, resent_on, published_on, effective_on, notice_no, changed_on)
            values (:letter, :person, :state, :resent, :published, :effective, :notice, :today)
            on conflict (letter_no) do update set state = excluded.state, changed_on = excluded.changed_on
            """;

    private void state(String letterNo, long personNo, String state, By by) {
        db.sql(STATE)
                .param("letter", letterNo)
                .param("person", personNo)
                .param("state", state)
                .param("resent", null)
                .param("published", null)
                .param("effective", null)
                .param("notice", null)
                .param("today", by.today())
                .update();
    }

    private void enter(@Nullable String letterNo, long personNo, String deed, String note, By by) {
        db.sql(
                        """
                        insert into koki.mail_deed (letter_no, person_no, deed, on_day, note, staff, terminal)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(letterNo)
                .param(personNo)
                .param(deed)
                .param(by.today())
                .param(note)
                .param(by.clerk().staff())
                .param(by.clerk().terminal())
                .update();
        audit.record(
                Deed.of(
                                by.clerk(),
                                "返戻の処理",
                                ReturnedMail.DEEDS.getOrDefault(deed, deed),
                                letterNo == null ? "居所" : "通知書 " + letterNo)
                        .aboutPerson(personNo)
                        .withDetail(note)
                        .on(by.today()));
    }
}
