package org.machi.city.people.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 支援措置の台帳. From the day on which the application is received a 仮支援措置 stops everything; the decision
 * gives the period of one year, which may be extended from one month before its end. The stop goes
 * on after the last day until a clerk ends it, so that nobody's address opens by itself.
 */
@Component
class ProtectionRegister {

    static final SortedMap<String, String> KINDS =
            new TreeMap<>(
                    Map.of("1", "配偶者暴力等", "2", "ストーカー行為等", "3", "児童虐待等", "4", "その他これらに準ずる行為"));

    private final JdbcClient db;

    ProtectionRegister(JdbcClient db) {
        this.db = db;
    }

    /** Who does something when, and which state the form was made from. */
    record Act(String staff, LocalDate today, String note, int seen) {}

    /** One protection of a person. */
    public record Protection(
            long protectionNo,
            String kind,
            String state,
            LocalDate receivedOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            boolean undisclosed,
            int version) {

        public boolean isOpen() {
            return state.equals("PROVISIONAL") || state.equals("DECIDED");
        }

        public boolean isProvisional() {
            return state.equals("PROVISIONAL");
        }

        public String kindName() {
            return KINDS.getOrDefault(kind, kind);
        }

        public String stateName() {
            return switch (state) {
                case "PROVISIONAL" -> "仮支援措置";
                case "DECIDED" -> "支援措置中";
                case "REJECTED" -> "不決定";
                default -> "終了";
            };
        }
    }

    /** One line of what happened. */
    public record Event(
            String what,
            LocalDate on,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String staff,
            String note) {}

    List<Protection> of(long personNo) {
        return db.sql(
                        "select * from people.protection where person_no = ? order by protection_no desc")
                .param(personNo)
                .query((row, _) ->
                        new Protection(
                                row.getLong("protection_no"),
                                row.getString("kind"),
                                row.getString("state"),
                                row.getObject("received_on", LocalDate.class),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                row.getObject("ended_on", LocalDate.class),
                                row.getString("end_reason"),
                                row.getBoolean("undisclosed"),
                                row.getInt("version")))
                .list();
    }

    List<Event> events(long personNo) {
        return db.sql(
                        """
                        select e.* from people.protection_event e join people.protection p using (protection_no)
                        where p.person_no = ? order by e.protection_no desc, e.version desc
                        """)
                .param(personNo)
                .query((row, _) ->
                        new Event(
                                row.getString("what"),
                                row.getObject("happened_on", LocalDate.class),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                row.getString("staff"),
                                row.getString("note")))
                .list();
    }

    /**
     * Takes an application: a 仮支援措置 until it is decided. An earlier one whose year is over ends the
     * same day.
     *
     * @return why it is not taken; empty when it is
     */
    Optional<String> receive(long personNo, String kind, Act act) {
        if (!KINDS.containsKey(kind)) {
            return Optional.of("申出の種別を選んでください。");
        }
        Optional<Protection> open = open(personNo);
        if (open.isPresent()) {
            LocalDate ends = open.get().endsOn();
            if (ends == null || !ends.isBefore(act.today())) {
                return Optional.of("仮支援措置又は支援措置中です。続けるときは延長してください。");
            }
            settle(
                    open.get(),
                    "ENDED",
                    new Act(act.staff(), act.today(), "期間満了", open.get().version()));
        }
        long no =
                db.sql(
                                """
                                insert into people.protection (person_no, kind, state, received_on)
                                values (:person, :kind, 'PROVISIONAL', :today) returning protection_no
                                """)
                        .param("person", personNo)
                        .param("kind", kind)
                        .param("today", act.today())
                        .query(Long.class)
                        .single();
        remember(no, "申出の受付（仮支援措置）", act);
        return Optional.empty();
    }

    /** 決定: the year begins on a day, its end follows. */
    Optional<String> decide(long personNo, LocalDate starts, Act act) {
        Protection open = open(personNo).orElseThrow(NothingThere::new);
        if (!open.isProvisional()) {
            return Optional.of("既に決定しています。");
        }
        if (starts.isBefore(open.receivedOn()) || starts.isAfter(act.today().plusMonths(1))) {
            return Optional.of("開始日は申出の受付日から、今日の1か月後までの日にしてください。");
        }
        update(open, act, "DECIDED", starts, ProtectionPeriod.lastDay(starts));
        remember(open.protectionNo(), "支援措置の決定", act);
        return Optional.empty();
    }

    /** 延長: one year more, from one month before the end on. */
    Optional<String> extend(long personNo, Act act) {
        Protection open = open(personNo).orElseThrow(NothingThere::new);
        LocalDate starts = open.startsOn();
        LocalDate ends = open.endsOn();
        if (open.isProvisional() || starts == null || ends == null) {
            return Optional.of("決定していない支援措置は延長できません。");
        }
        LocalDate window = ProtectionPeriod.window(ends);
        if (act.today().isBefore(window)) {
            return Optional.of("延長できるのは終了日の1か月前（" + window + "）からです。");
        }
        if (act.today().isAfter(ends)) {
            return Optional.of("終了日を過ぎています。新たな申出として受け付けてください。");
        }
        update(open, act, "DECIDED", starts, ProtectionPeriod.extended(ends));
        remember(open.protectionNo(), "支援措置の延長", act);
        return Optional.empty();
    }

    /** 終了 with its reason; of an application that was not decided, 不決定. */
    Optional<String> end(long personNo, Act act) {
        Protection open = open(personNo).orElseThrow(NothingThere::new);
        if (act.note().isBlank()) {
            return Optional.of("終了の理由を入れてください。");
        }
        settle(open, open.isProvisional() ? "REJECTED" : "ENDED", act);
        return Optional.empty();
    }

    private Optional<Protection> open(long personNo) {
        return of(personNo).stream().filter(Protection::isOpen).findFirst();
    }

    private void settle(Protection open, String state, Act act) {
        update(open, act, state, open.startsOn(), open.endsOn());
        db.sql("update people.protection set ended_on = ?, end_reason = ? where protection_no = ?")
                .params(act.today(), act.note(), open.protectionNo())
                .update();
        remember(open.protectionNo(), state.equals("ENDED") ? "支援措置の終了" : "不決定", act);
    }

    private void update(
            Protection open,
            Act act,
            String state,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {
        int rows =
                db.sql(
                                """
                                update people.protection
                                set state = :state, starts_on = :starts, ends_on = :ends, version = version + 1,
                                    ended_on = case when :state in ('ENDED', 'REJECTED') then cast(:today as date) end
                                where protection_no = :no and version = :seen
                                """)
                        .param("state", state)
                        .param("starts", starts)
                        .param("ends", ends)
                        .param("today", act.today())
                        .param("no", open.protectionNo())
                        .param("seen", act.seen())
                        .update();
        if (rows == 0) {
            throw new ChangedMeanwhile("この支援措置は、ほかの職員が先に処理しました。");
        }
    }

    private void remember(long protectionNo, String what, Act act) {
        db.sql(
                        """
                        insert into people.protection_event
                            (protection_no, version, what, happened_on, starts_on, ends_on, staff, note)
                        select protection_no, version, :what, :today, starts_on, ends_on, :staff, :note
                        from people.protection where protection_no = :no
                        """)
                .param("what", what)
                .param("today", act.today())
                .param("staff", act.staff())
                .param("note", act.note())
                .param("no", protectionNo)
                .update();
    }
}
