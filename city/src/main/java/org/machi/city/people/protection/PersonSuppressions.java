package org.machi.city.people.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.protection.Stops.Of;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 抑止 of a person for other reasons than 支援措置: kind, period, reason, and who may lift it. */
@Component
class PersonSuppressions {

    private final JdbcClient db;

    PersonSuppressions(JdbcClient db) {
        this.db = db;
    }

    /** Who may lift a stop. */
    public enum Lifter {
        OFFICE("登録した課"),
        KEEPER("抑止の責任者");

        private final String label;

        Lifter(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One stop; its reason is shown to those who enter and lift stops.
     *
     * @param active it stops today
     */
    public record Suppression(
            long no,
            Of kind,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String reason,
            Lifter lifter,
            String office,
            String enteredBy,
            @Nullable LocalDate liftedOn,
            @Nullable String liftedBy,
            @Nullable String liftReason,
            boolean active) {

        public boolean isOpen() {
            return liftedOn == null;
        }
    }

    /** What a form asks for. */
    record Wanted(
            Of kind,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String reason,
            Lifter lifter) {}

    List<Suppression> of(long personNo, LocalDate today) {
        return db.sql(
                        "select * from people.suppression where person_no = ? order by suppression_no desc")
                .param(personNo)
                .query((row, _) -> {
                    LocalDate starts = row.getObject("starts_on", LocalDate.class);
                    @Nullable LocalDate ends = row.getObject("ends_on", LocalDate.class);
                    @Nullable LocalDate lifted = row.getObject("lifted_on", LocalDate.class);
                    return new Suppression(
                            row.getLong("suppression_no"),
                            Of.valueOf(row.getString("kind")),
                            starts,
                            ends,
                            row.getString("reason"),
                            Lifter.valueOf(row.getString("lifter")),
                            row.getString("office"),
                            row.getString("entered_by"),
                            lifted,
                            row.getString("lifted_by"),
                            row.getString("lift_reason"),
                            lifted == null
                                    && !starts.isAfter(today)
                                    && (ends == null || !ends.isBefore(today)));
                })
                .list();
    }

    Optional<String> stop(long personNo, Wanted wanted, Clerk clerk) {
        if (wanted.reason().isBlank()) {
            return Optional.of("抑止の理由を入れてください。");
        }
        LocalDate ends = wanted.endsOn();
        if (ends != null && ends.isBefore(wanted.startsOn())) {
            return Optional.of("終了日が開始日より前です。");
        }
        db.sql(
                        """
                        insert into people.suppression (person_no, kind, starts_on, ends_on, reason, lifter, office, entered_by)
                        values (:person, :kind, :starts, :ends, :reason, :lifter, :office, :staff)
                        """)
                .param("person", personNo)
                .param("kind", wanted.kind().name())
                .param("starts", wanted.startsOn())
                .param("ends", ends)
                .param("reason", wanted.reason().strip())
                .param("lifter", wanted.lifter().name())
                .param("office", clerk.office())
                .param("staff", clerk.staffNo())
                .update();
        return Optional.empty();
    }

    /** Lifted by the office that entered it, or by the keeper of stops. */
    Optional<String> lift(long personNo, long no, String reason, Clerk clerk, LocalDate today) {
        Suppression found =
                of(personNo, today).stream()
                        .filter(one -> one.no() == no && one.isOpen())
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        boolean may =
                clerk.may(Stops.KEEPER)
                        || (found.lifter() == Lifter.OFFICE
                                && found.office().equals(clerk.office()));
        if (!may) {
            return Optional.of("この抑止を解除できるのは" + found.lifter().label() + "です。");
        }
        if (reason.isBlank()) {
            return Optional.of("解除の理由を入れてください。");
        }
        db.sql(
                        """
                        update people.suppression set lifted_on = :today, lifted_by = :staff, lift_reason = :reason
                        where suppression_no = :no and lifted_on is null
                        """)
                .param("today", today)
                .param("staff", clerk.staffNo())
                .param("reason", reason.strip())
                .param("no", no)
                .update();
        return Optional.empty();
    }
}
