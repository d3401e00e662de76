package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.machi.union.assessment.AssessmentBench;

class AssessmentSpeedTest {

    private static final int PEOPLE = Integer.getInteger("machi.bench.insured", 13_000);

    @Test
    void the_july_run_takes_no_longer_than_one_statement_of_sql_into_a_keyed_table() {
        try (UnionScene union = new UnionScene()) {
            AssessmentBench bench = union.office().organisation().get(AssessmentBench.class);
            AssessmentBench.Result result = bench.measure(PEOPLE, 3);
            result.print(System.out);
            assertThat(result.insured()).isBetween(PEOPLE * 9 / 10, PEOPLE * 11 / 10);
            assertThat(result.ratio()).isLessThan(2.0);
        }
    }
}
