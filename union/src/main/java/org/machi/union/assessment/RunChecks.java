package org.machi.union.assessment;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must hold for every decision of a run; a run that breaks it stops and says where. */
@Component
class RunChecks {

    private static final String AMOUNTS =
            """
            SELECT insured_no FROM assessment.result
             WHERE run_id = :run AND NOT (
                   mask1 & coalesce(mask2, 0) = 0
               AND (mask1 = 0 AND m_income = 0 AND m_per_capita = 0
                    OR m_income - m_income_reduced + m_per_capita - m_reduced1 - m_over_cap1 = m_yearly1
                   AND c_income - c_income_reduced + c_per_capita - c_reduced1 - c_over_cap1 = c_yearly1)
               AND (m_yearly1 - m_cut1) + (coalesce(m_yearly2, 0) - coalesce(m_cut2, 0)) - m_relief
                   - m_premium BETWEEN 0 AND 99
               AND (c_yearly1 - c_cut1) + (coalesce(c_yearly2, 0) - coalesce(c_cut2, 0)) - c_relief
                   - c_premium BETWEEN 0 AND 99
               AND m_premium >= 0 AND c_premium >= 0)
             LIMIT 5
            """;
    private static final String SHARES =
            """
            SELECT r.insured_no
              FROM assessment.result r
              LEFT JOIN (SELECT insured_no, version, sum(medical) AS medical, sum(child) AS child
                           FROM assessment.share WHERE run_id = :run
                          GROUP BY insured_no, version) s
                     ON s.insured_no = r.insured_no AND s.version = r.version
             WHERE r.run_id = :run AND r.split
               AND (s.medical, s.child) IS DISTINCT FROM (r.m_premium::bigint, r.c_premium::bigint)
             LIMIT 5
            """;

    private final JdbcClient db;

    RunChecks(JdbcClient db) {
        this.db = db;
    }

    void require(int run) {
        require(run, AMOUNTS, "金額の内訳が合いません");
        require(run, SHARES, "市区町村別保険料の合計が保険料と合いません");
    }

    private void require(int run, String sql, String what) {
        List<String> broken = db.sql(sql).param("run", run).query(String.class).list();
        if (!broken.isEmpty()) {
            throw new IllegalStateException("賦課処理" + run + ": " + what + " " + broken);
        }
    }
}
