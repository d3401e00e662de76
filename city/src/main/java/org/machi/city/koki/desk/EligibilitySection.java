package org.machi.city.koki.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.InsuredFile;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 資格: every version of the register as the union sent it, the newest first. */
@Component
class EligibilitySection implements PersonSection {

    private final JdbcClient db;

    EligibilitySection(JdbcClient db) {
        this.db = db;
    }

    /** One version of a period of insurance. */
    public record Version(
            String insuredNo,
            long version,
            String change,
            LocalDate changedOn,
            LocalDate acquiredOn,
            String acquiredBy,
            @Nullable LocalDate lostOn,
            String lostBy,
            String copay,
            @Nullable LocalDate copayFrom,
            boolean addressException,
            LocalDate knownOn) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String code() {
        return "eligibility";
    }

    @Override
    public String title() {
        return "資格";
    }

    @Override
    public String duty() {
        return KokiDesk.LOOK;
    }

    @Override
    public boolean ledger() {
        return true;
    }

    @Override
    public String fragment() {
        return "city/koki/eligibility :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<Version> versions =
                db.sql(
                                """
                                select insured_no, version, change, changed_on, acquired_on, acquired_by, lost_on, lost_by,
                                       copay, copay_from, address_exception, known_on
                                from koki.insured_version where person_no = :no
                                order by acquired_on desc, version desc
                                """)
                        .param("no", personNo)
                        .query((row, n) ->
                                new Version(
                                        row.getString("insured_no"),
                                        row.getLong("version"),
                                        word(
                                                InsuredFile.CHANGE.type().meanings(),
                                                row.getString("change")),
                                        row.getObject("changed_on", LocalDate.class),
                                        row.getObject("acquired_on", LocalDate.class),
                                        word(
                                                InsuredFile.ACQUIRED_BY.type().meanings(),
                                                row.getString("acquired_by")),
                                        row.getObject("lost_on", LocalDate.class),
                                        word(
                                                InsuredFile.LOST_BY.type().meanings(),
                                                row.getString("lost_by")),
                                        row.getString("copay") == null
                                                ? "判定中"
                                                : word(
                                                        InsuredFile.COPAY.type().meanings(),
                                                        row.getString("copay")),
                                        row.getObject("copay_from", LocalDate.class),
                                        row.getString("address_exception").equals("1"),
                                        row.getObject("known_on", LocalDate.class)))
                        .list();
        return versions.isEmpty() ? null : versions;
    }

    private static String word(Map<String, String> meanings, @Nullable String code) {
        return code == null ? "" : meanings.getOrDefault(code, code);
    }
}
