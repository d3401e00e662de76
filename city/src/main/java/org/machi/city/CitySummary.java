package org.machi.city;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What a city holds, as numbers that the union's and the ledger's must agree with.
 *
 * @param residents residents on the business date
 * @param insured insured on the business date
 * @param premium sum of the decided municipal shares of the levy year, yen
 * @param methods plans of the levy year by 賦課結果
 * @param ledger the ledger by levy and levy year
 * @param letters letters by kind
 * @param filesIn files taken, by kind and state
 * @param filesOut files sent, by kind
 * @param benefits what the union decided about benefits, yen
 */
public record CitySummary(
        long residents,
        long insured,
        long premium,
        Map<String, Long> methods,
        List<LedgerLine> ledger,
        List<LetterLine> letters,
        Map<String, Long> filesIn,
        Map<String, Long> filesOut,
        long benefits) {

    /**
     * One levy and levy year of the ledger, yen: charged = collected + offset + writtenOff + open,
     * and overpaid = refunded + offset + lapsed + held.
     */
    public record LedgerLine(
            String levyCode,
            int levyYear,
            long charged,
            long collected,
            long offset,
            long writtenOff,
            long open,
            long overpaid,
            long refunded,
            long held) {

        static final String QUERY =
                """
                select levy_code, levy_year, sum(charged) as charged, sum(collected) as collected,
                       sum(offset_in) as offset_in, sum(written_off) as written_off, sum(open) as open,
                       sum(overpaid) as overpaid, sum(refunded) as refunded, sum(held) as held
                from levy.v_summary group by levy_code, levy_year order by levy_code, levy_year
                """;

        static LedgerLine of(ResultSet row) throws SQLException {
            return new LedgerLine(
                    row.getString("levy_code"),
                    row.getInt("levy_year"),
                    row.getLong("charged"),
                    row.getLong("collected"),
                    row.getLong("offset_in"),
                    row.getLong("written_off"),
                    row.getLong("open"),
                    row.getLong("overpaid"),
                    row.getLong("refunded"),
                    row.getLong("held"));
        }

        /** Whether every yen that was charged is accounted for. */
        public boolean balances() {
            return charged == collected + offset + writtenOff + open;
        }
    }
}
