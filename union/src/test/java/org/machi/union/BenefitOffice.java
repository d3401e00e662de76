package org.machi.union;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.BenefitFile;
import org.machi.formats.layout.TaxFile;
import org.machi.platform.desk.Browser;
import org.machi.union.benefits.BenefitTransfers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A union on 1 April 2026 with four insured people, an account of its own and its console open. */
final class BenefitOffice implements AutoCloseable {

    static final SamplePerson ONE =
            new SamplePerson(UnionScene.CITY_A, 1, "イチ", LocalDate.of(1940, 5, 5));
    static final SamplePerson TWO =
            new SamplePerson(UnionScene.CITY_A, 2, "ニイ", LocalDate.of(1941, 6, 6)).livingWith(ONE);
    static final SamplePerson THREE =
            new SamplePerson(UnionScene.CITY_A, 3, "サン", LocalDate.of(1939, 7, 7));

    /** Lives alone and pays no resident tax: 区分Ⅱ. */
    static final SamplePerson FOUR =
            new SamplePerson(UnionScene.CITY_A, 4, "ヨン", LocalDate.of(1938, 8, 8));

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final UnionDesk desk = new UnionDesk();
    private final UnionScene union = desk.union();
    private final BenefitRows rows;

    BenefitOffice() {
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                APRIL,
                List.of(ONE.initial(), TWO.initial(), THREE.initial(), FOUR.initial()));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(
                        taxed(ONE),
                        taxed(TWO),
                        taxed(THREE),
                        untaxed(FOUR, 2025),
                        untaxed(FOUR, 2026)));
        union.office()
                .organisation()
                .get(BenefitTransfers.class)
                .enter(
                        new BenefitTransfers.Payer(
                                "0000039000",
                                "ｺｳｲｷﾚﾝｺﾞｳ",
                                "BANK",
                                "0991",
                                "ﾐﾄﾞﾘﾉ",
                                "101",
                                "ﾎﾝﾃﾝ",
                                "0039000"));
        union.day("2026-04-01");
        rows = new BenefitRows(db());
        desk.begin();
    }

    private JdbcClient db() {
        return union.office().organisation().get(JdbcClient.class);
    }

    private static Row taxed(SamplePerson who) {
        return who.pension(2025, 1_700_000, 600_000).copy().set(TaxFile.TAXABLE, 100_000L).build();
    }

    private static Row untaxed(SamplePerson who, int year) {
        return who.pension(year, 1_000_000, 0)
                .copy()
                .set(TaxFile.TAXABLE, 0L)
                .set(TaxFile.LOW_INCOME, 200_000L)
                .build();
    }

    UnionScene union() {
        return union;
    }

    Browser browser() {
        return desk.browser();
    }

    BenefitRows rows() {
        return rows;
    }

    String get(String path) {
        return desk.get(path);
    }

    /** Receipts of 国保連, and the day on which they come. */
    void kokuho(String day, Row.Builder... receipts) {
        List<Row> built = new ArrayList<>();
        for (Row.Builder row : receipts) {
            built.add(row.build());
        }
        union.send(FileKind.K_RECEIPT, "KOKUHO", LocalDate.parse(day), built);
        union.day(day);
    }

    /** An application of a city, and the day on which it comes. */
    void city(String day, Row.Builder row) {
        union.send(
                FileKind.U_BENEFIT_APPLY,
                UnionScene.CITY_A,
                LocalDate.parse(day),
                List.of(row.build()));
        union.day(day);
    }

    /**
     * What the city was told since the last call: person, kind, result, amount, state of payment.
     */
    List<String> told() {
        return union.collect(FileKind.U_BENEFIT, UnionScene.CITY_A).stream()
                .map(row ->
                        "%s %s %s %d %s"
                                .formatted(
                                        row.get(BenefitFile.PERSON_NO),
                                        row.get(BenefitFile.KIND),
                                        row.get(BenefitFile.RESULT),
                                        row.get(BenefitFile.AMOUNT),
                                        row.get(BenefitFile.STATE)))
                .toList();
    }

    List<Row> transfers() {
        return union.collect(FileKind.ZENGIN_BENEFIT, "BANK");
    }

    List<Long> decisions(String where) {
        return db().sql("SELECT decision_id FROM benefits.decision WHERE " + where)
                .query(Long.class)
                .list();
    }

    /** A clerk's verdict about the waiting application of a kind. */
    void decide(String kind, Map<String, String> fields) {
        long id =
                union.count(
                        "SELECT application_id FROM benefits.waiting w JOIN benefits.application a USING (application_id) WHERE a.kind = '"
                                + kind
                                + "'");
        get("/benefits/reviews");
        browser().post("/benefits/reviews/" + id, fields);
    }

    long waiting() {
        return union.count("SELECT count(*) FROM benefits.waiting WHERE by_clerk");
    }

    @Override
    public void close() {
        desk.close();
    }
}
