package org.machi.city.levy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.law.BusinessCalendar;
import org.machi.law.LegalBasis;
import org.machi.platform.office.PeriodName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 連帯納付義務者への督促: the head of the home and the spouse owe what is not deducted from a pension (普通徴収)
 * together with the insured person. A clerk names who is asked; the letter goes out with the day's
 * others, or waits when one of the two may not be written to.
 */
@Component
@LegalBasis({"法108条2項", "法108条3項", "介護保険法132条2項", "介護保険法132条3項", "自治法231条の3第1項"})
public class JointDemands {

    private final JdbcClient db;
    private final Slips slips;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    JointDemands(JdbcClient db, Slips slips) {
        this.db = db;
        this.slips = slips;
    }

    /** Why somebody is liable. */
    public enum Ground {
        HEAD("世帯主"),
        SPOUSE("配偶者");

        private final String japanese;

        Ground(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /**
     * Somebody who owes an instalment together with the insured person.
     *
     * @param sure the record says so; otherwise 続柄 make it likely and a clerk has to make sure
     * @param askedOn null as long as nobody was asked
     */
    public record Liable(
            long instalment,
            String claim,
            LocalDate dueOn,
            long open,
            long personNo,
            String name,
            Ground ground,
            boolean sure,
            @Nullable LocalDate askedOn,
            boolean lookStopped,
            boolean isProtected) {}

    /** 督促の停止 and 徴収猶予 of the insured person hold for everybody who owes with him or her. */
    private static final String NOT_SUPPRESSED =
            """
            NOT EXISTS (SELECT 1 FROM levy.suppression s
                WHERE s.person_no = i.person_no AND s.levy_code = i.levy_code AND s.valid_from <= :today
                    AND (s.valid_to IS NULL OR s.valid_to > :today) AND s.kind <> 'NO_REMINDER')
            """;

    /**
     * Of every overdue instalment of ordinary collection that is open: who owed it on its due day.
     */
    public List<Liable> of(long personNo, LocalDate today) {
        return db.sql(
                        """
                        SELECT i.instalment_id, c.name AS levy, i.levy_year, i.method, i.period, i.due_on, b.open, l.liable_no,
                            l.ground, l.sure, v.name, v.look_stopped, v.protected, j.asked_on
                        FROM levy.instalment i
                        JOIN levy.instalment_balance b USING (instalment_id)
                        JOIN levy.levy_code c USING (levy_code)
                        CROSS JOIN LATERAL people.jointly_liable(i.person_no, i.due_on) l
                        JOIN people.v_person v ON v.person_no = l.liable_no
                        LEFT JOIN levy.joint_demand j ON j.instalment_id = i.instalment_id AND j.liable_no = l.liable_no
                        WHERE i.person_no = :person AND i.method = 2 AND b.open > 0 AND i.due_on < :today
                            AND v.died_on IS NULL AND %s
                        ORDER BY i.due_on, i.instalment_id, l.ground, l.liable_no
                        """
                                .formatted(NOT_SUPPRESSED))
                .param("person", personNo)
                .param("today", today)
                .query((row, n) ->
                        new Liable(
                                row.getLong("instalment_id"),
                                "%s %d年度 %s"
                                        .formatted(
                                                row.getString("levy"),
                                                row.getInt("levy_year"),
                                                PeriodName.of(
                                                        row.getInt("method"),
                                                        row.getInt("period"))),
                                row.getObject("due_on", LocalDate.class),
                                row.getLong("open"),
                                row.getLong("liable_no"),
                                row.getString("name"),
                                Ground.valueOf(row.getString("ground")),
                                row.getBoolean("sure"),
                                row.getObject("asked_on", LocalDate.class),
                                row.getBoolean("look_stopped"),
                                row.getBoolean("protected")))
                .list();
    }

    /** Asks somebody for an instalment, once; the letter goes out with the day's others. */
    public void ask(long personNo, Liable liable, LocalDate today, String staffNo, String reason) {
        db.sql(
                        """
                        INSERT INTO levy.joint_demand (instalment_id, person_no, liable_no, ground, asked_on, staff_no, reason)
                        VALUES (:instalment, :person, :liable, :ground, :day, :staff, :reason)
                        ON CONFLICT (instalment_id, liable_no) DO NOTHING
                        """)
                .param("instalment", liable.instalment())
                .param("person", personNo)
                .param("liable", liable.personNo())
                .param("ground", liable.ground().name())
                .param("day", today)
                .param("staff", staffNo)
                .param("reason", reason)
                .update();
    }

    /**
     * Issues the slips of those who were asked and not written to yet, where something is still
     * open; one batch for each person liable, so that each slip knows its addressee.
     */
    List<SlipBatch> slips(LocalDate day, int termDays) {
        LocalDate term = calendar.onOrAfter(day.plusDays(termDays));
        List<Long> waiting =
                db.sql(
                                """
                                SELECT DISTINCT j.liable_no FROM levy.joint_demand j
                                JOIN levy.instalment i USING (instalment_id)
                                JOIN levy.instalment_balance b USING (instalment_id)
                                WHERE j.printed_on IS NULL AND b.open > 0 AND %s ORDER BY 1
                                """
                                        .formatted(NOT_SUPPRESSED))
                        .param("today", day)
                        .query(Long.class)
                        .list();
        return waiting.stream().map(liable -> issue(liable, day, term)).toList();
    }

    private SlipBatch issue(long liable, LocalDate day, LocalDate term) {
        SlipBatch batch =
                slips.issue(
                        new SlipOrder(
                                day,
                                SlipPurpose.JOINT,
                                "連帯納付義務者への督促",
                                """
                                SELECT instalment_id, date '%s' AS due_on, date '%s' + 30 AS use_by FROM levy.joint_demand
                                JOIN levy.instalment i USING (instalment_id)
                                WHERE printed_on IS NULL AND liable_no = %d AND %s
                                """
                                        .formatted(
                                                term,
                                                term,
                                                liable,
                                                NOT_SUPPRESSED.replace(
                                                        ":today", "date '" + day + "'"))));
        db.sql(
                        """
                        UPDATE levy.joint_demand j SET slip_no = s.slip_no, printed_on = :day FROM levy.v_slip s
                        WHERE s.batch_id = :batch AND j.instalment_id = s.instalment_id AND j.liable_no = :liable
                        """)
                .param("batch", batch.batch())
                .param("day", day)
                .param("liable", liable)
                .update();
        return batch;
    }
}
