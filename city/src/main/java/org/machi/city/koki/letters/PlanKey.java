package org.machi.city.koki.letters;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The plan that a letter tells, and whose it is. */
record PlanKey(
        int levyYear, String assessmentNo, int planVersion, String insuredNo, long personNo) {

    static PlanKey of(ResultSet row) throws SQLException {
        return new PlanKey(
                row.getInt("levy_year"),
                row.getString("assessment_no"),
                row.getInt("plan_version"),
                row.getString("insured_no"),
                row.getLong("person_no"));
    }
}
