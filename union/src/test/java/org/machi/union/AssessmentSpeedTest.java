package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.machi.union.assessment.AssessmentBench;

class AssessmentSpeedTest {

    private static final int PEOPLE = Integer.getInteger("machi.bench.insured", 13_000);

    /**
     * Thirteen thousand people on a cold machine say nothing about a tenth more or less: {@code
     * ./machi bench assessment} measures. A query per person would be a hundred times the limit.
     */
    private static final double FAR_FROM_ROW_BY_ROW = 8.0;

    @Test
    void the_july_run_is_measured_beside_one_statement_of_sql_and_asks_nothing_per_person() {
        try (UnionScene union = new UnionScene()) {
            AssessmentBench bench = union.office().organisation().get(AssessmentBench.class);
            AssessmentBench.Result result = bench.measure(PEOPLE, 3);
            result.print(System.out);
            assertThat(result.insured()).isBetween(PEOPLE * 9 / 10, PEOPLE * 11 / 10);
            assertThat(result.ratio()).isLessThan(FAR_FROM_ROW_BY_ROW);
        }
    }
}
