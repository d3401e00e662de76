package org.machi.city.levy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.machi.city.CityApplication;
import org.machi.city.day.CityDay;
import org.machi.formats.column.Row;
import org.machi.formats.layout.BankReceiptFile;
import org.machi.formats.number.InsuredNumber;
import org.machi.platform.Organisation;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.Parameters;
import org.machi.platform.proof.TestDatabase;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A city with a fresh ledger, and the few words in which tests speak to it. */
final class TollHouse implements AutoCloseable {

    final Organisation city = TestDatabase.startCity(CityApplication.class);
    final JdbcClient db = city.get(JdbcClient.class);
    final Charges charges = city.get(Charges.class);
    final Receipts receipts = city.get(Receipts.class);
    final Slips slips = city.get(Slips.class);
    private final TransactionTemplate transaction = city.get(TransactionTemplate.class);
    private int payments;

    TollHouse() {
        enterParameters();
        slips.setPayee(
                new Payee(
                        "131016",
                        "39131016",
                        "912345",
                        "0000123456",
                        "ﾐﾎﾝｼ",
                        "0991",
                        "ﾐﾄﾞﾘﾉ",
                        "101",
                        "ﾎﾝﾃﾝ",
                        "0000001"));
    }

    private void enterParameters() {
        Map<String, String> values =
                Map.ofEntries(
                        Map.entry("union.code", "39131016"),
                        Map.entry("koki.periods", "8"),
                        Map.entry("koki.requestDay", "24"),
                        Map.entry("koki.noticeDay", "14"),
                        Map.entry("letter.mayor", "町田　花子"),
                        Map.entry("letter.union", "東京都後期高齢者医療広域連合"),
                        Map.entry("letter.unionHead", "山川　太郎"),
                        Map.entry("letter.levySection", "財務部 収納課"),
                        Map.entry("letter.levySymbol", "見収"),
                        Map.entry("letter.places", "市指定の金融機関"),
                        Map.entry("letter.postcode", "100-8000"),
                        Map.entry("letter.address", "東京都見本市中央一丁目1番1号"),
                        Map.entry("letter.phone", "03-0000-0000"),
                        Map.entry("letter.reviewBoard", "東京都後期高齢者医療審査会"),
                        Map.entry("letter.careReviewBoard", "東京都介護保険審査会"));
        List<Parameter> parameters = new ArrayList<>();
        values.forEach((code, value) ->
                parameters.add(
                        new Parameter(
                                code, value, LocalDate.of(2000, 4, 1), LocalDate.MAX, "試験", 'D')));
        city.get(Parameters.class).add(parameters);
    }

    <T> T in(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("the work gave nothing");
        }
        return result;
    }

    /**
     * One person's ordinary instalments of levy year 2026, periods from 1, due at the end of each
     * month from July.
     */
    ChargeCount charge(LocalDate day, long person, long... amounts) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < amounts.length; i++) {
            rows.append(i == 0 ? "" : " UNION ALL ");
            rows.append(row(person, i + 1, LocalDate.of(2026, 7, 31).plusMonths(i), amounts[i]));
        }
        return in(() -> charges.apply(day, rows.toString(), "本算定"));
    }

    static String row(long person, int period, LocalDate due, long amount) {
        return """
        SELECT 'KOKI' AS levy_code, %1$d::bigint AS person_no, %1$d::bigint AS payer_no, '%5$s' AS reference,
            2026 AS levy_year, 2026 AS decision_year, 2026 AS account_year, '%5$s01' AS assessment_no,
            2::smallint AS method, %2$d::smallint AS period, date '%3$s' AS due_on, %4$d::bigint AS amount
        """
                .formatted(person, period, due, amount, InsuredNumber.of((int) person).text());
    }

    long instalment(long person, int period) {
        return db.sql(
                        "SELECT instalment_id FROM levy.instalment WHERE person_no = ? AND period = ?")
                .param(person)
                .param(period)
                .query(Long.class)
                .single();
    }

    /** Issues a slip for each open instalment of the person and returns how many. */
    SlipBatch slips(LocalDate day, long person) {
        return in(() ->
                slips.issue(
                        new SlipOrder(
                                day,
                                SlipPurpose.NOTICE,
                                "本算定",
                                "SELECT instalment_id, due_on, due_on + 30 AS use_by FROM levy.v_instalment"
                                        + " WHERE open > 0 AND person_no = "
                                        + person)));
    }

    long slip(long person, int period) {
        return db.sql(
                        """
                        SELECT slip_no FROM levy.v_slip WHERE person_no = ? AND period = ? ORDER BY slip_no DESC LIMIT 1
                        """)
                .param(person)
                .param(period)
                .query(Long.class)
                .single();
    }

    /** A slip as its payer holds it. */
    record Paper(long slipNo, int period, long amount, String barcode, String ocrLine) {}

    List<Paper> papers(long person) {
        return db.sql("SELECT * FROM levy.v_slip WHERE person_no = ? ORDER BY slip_no")
                .param(person)
                .query((row, n) ->
                        new Paper(
                                row.getLong("slip_no"),
                                row.getInt("period"),
                                row.getLong("amount"),
                                row.getString("barcode"),
                                row.getString("ocr_line")))
                .list();
    }

    ReceiptCount pay(LocalDate day, long slip, long amount) {
        return in(() -> receipts.take(day, Channel.BANK, payment(slip, amount, day)));
    }

    /** One payment by slip; each call is another payment. */
    String payment(long slip, long amount, LocalDate paidOn) {
        payments++;
        return """
        SELECT 'T:%1$d' AS receipt_key, %2$d::bigint AS slip_no, NULL::text AS barcode, NULL::bigint AS instalment_id,
            %3$d::bigint AS amount, date '%4$s' AS paid_on, date '%4$s' AS received_on, '%2$d' AS shown_no,
            1::bigint AS file_id, %1$d::bigint AS line_no
        """
                .formatted(payments, slip, amount, paidOn);
    }

    /** The balance of an instalment, column by column. */
    Map<String, Object> balance(long person, int period) {
        return db.sql("SELECT * FROM levy.instalment_balance WHERE instalment_id = ?")
                .param(instalment(person, period))
                .query()
                .singleRow();
    }

    /** A resident in the register; columns that the ledger doesn't look at get any value. */
    void person(long number, String name) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Map<String, String> known =
                Map.of(
                        "person_no", String.valueOf(number),
                        "name", "'" + name + "'",
                        "prefecture", "'東京都'",
                        "city", "'見本区'",
                        "town", "'本町'",
                        "protection", "'0'",
                        "birth_on", "'1970-05-05'");
        for (String[] column :
                db.sql(
                                """
                                SELECT column_name, data_type FROM information_schema.columns
                                WHERE table_schema = 'people' AND table_name = 'person' AND is_generated = 'NEVER'
                                    AND is_nullable = 'NO' AND column_default IS NULL
                                """)
                        .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                        .list()) {
            columns.add(column[0]);
            values.add(known.getOrDefault(column[0], any(column[1])));
        }
        String sql =
                "INSERT INTO people.person (%s, postal_code) VALUES (%s, '1000001')"
                        .formatted(String.join(", ", columns), String.join(", ", values));
        db.sql(sql).update();
    }

    private static String any(String type) {
        return switch (type) {
            case "date" -> "date '2020-01-01'";
            case "boolean" -> "false";
            case "text" -> "'1'";
            default -> "1";
        };
    }

    /** An account of the person, for debits or refunds. */
    void account(long person, String purpose) {
        db.sql(
                        """
                        INSERT INTO people.account (person_no, purpose, levy_code, valid_from, bank_code, bank_name, bank_kana,
                            branch_code, branch_name, branch_kana, account_kind, account_no, holder, holder_kana, known_on)
                        VALUES (?, ?, 'KOKI', date '2020-01-01', '0991', 'みどり野銀行', 'ﾐﾄﾞﾘﾉ', '101', '本店', 'ﾎﾝﾃﾝ', '1',
                            lpad(?::text, 7, '0'), '見本　太郎', 'ﾐﾎﾝ ﾀﾛｳ', date '2020-01-01')
                        """)
                .params(person, purpose, person)
                .update();
    }

    /** The city's business day with whatever files lie in the inbox. */
    void day(LocalDate day) {
        city.get(BusinessDate.class).open(day);
        CityDay.JOBS.forEach(job -> city.get(JobRunner.class).run(job, day));
    }

    @Override
    public void close() {
        city.close();
    }

    /** A slip's receipt as the bank stamps it. */
    Row stamped(long seq, long person, long amount, LocalDate paidOn) {
        String ocr =
                db.sql("SELECT ocr_line FROM levy.slip WHERE slip_no = ?")
                        .param(slip(person, 1))
                        .query(String.class)
                        .single();
        return bankRow(seq, ocr, amount, paidOn);
    }

    static Row bankRow(long seq, String ocr, long amount, LocalDate paidOn) {
        return BankReceiptFile.LAYOUT
                .row()
                .set(BankReceiptFile.SEQ, seq)
                .set(BankReceiptFile.BANK_CODE, "0991")
                .set(BankReceiptFile.BRANCH_CODE, "101")
                .set(BankReceiptFile.PAID_ON, paidOn)
                .set(BankReceiptFile.RECEIVED_ON, paidOn.plusDays(1))
                .set(BankReceiptFile.OCR_LINE, ocr)
                .set(BankReceiptFile.AMOUNT, amount)
                .set(BankReceiptFile.LATE_CHARGE, 0L)
                .set(BankReceiptFile.DEMAND_FEE, 0L)
                .build();
    }
}
