package org.machi.city.koki.deduction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.machi.city.CityScene;
import org.machi.city.SamplePeople;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.text.BankKana;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.Parameters;

/**
 * 見本市 and the pension's payer: the files that both exchange about people whose pension number is
 * their 宛名番号, and what the city made of them.
 */
final class PensionScene implements AutoCloseable {

    private final CityScene city = new CityScene();
    private final LongFunction<String> kana;

    /**
     * @param kana name of a person in full-width kana, as the register has it
     */
    PensionScene(LongFunction<String> kana) {
        this.kana = kana;
    }

    CityScene city() {
        return city;
    }

    /** A usage of the municipality, in force since long ago. */
    void usage(String code, String value) {
        city.get(Parameters.class)
                .change(
                        new Parameter(
                                code, value, LocalDate.of(2020, 4, 1), LocalDate.MAX, "試験", 'D'));
    }

    /**
     * 1 April 2026: residents who are insured and pay 5,000 yen for 介護 from each pension payment.
     *
     * @param former February's deductions of the former system
     */
    void firstApril(int people, List<Row> former) {
        LocalDate april = LocalDate.of(2026, 4, 1);
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                april,
                each(people, p -> SamplePeople.resident(p, 100 + p, name(p), kana.apply(p))));
        city.send(FileKind.MIG_DEDUCTION, "OLD", april, former);
        city.send(
                FileKind.KAIGO_DED, "KAIGO", april, each(people, p -> SamplePeople.care(p, 5_000)));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                april,
                each(people, p -> SamplePeople.insured(p, name(p), kana.apply(p))));
        city.day("2026-04-01");
    }

    static List<Row> each(int people, LongFunction<Row> row) {
        return LongStream.rangeClosed(1, people).mapToObj(row).toList();
    }

    static String name(long person) {
        return "年金　" + person;
    }

    /** A record about a person, as the pension's payer or the city writes it. */
    Row.Builder row(long person, String notice, LocalDate on, long amount) {
        return PensionFile.LAYOUT
                .row()
                .set(PensionFile.MUNICIPALITY_CODE, CityScene.CITY.substring(0, 5))
                .set(PensionFile.COLLECTOR, "999")
                .set(PensionFile.NOTICE, notice)
                .set(PensionFile.SCHEME, "3")
                .set(PensionFile.MADE_ON, on)
                .set(PensionFile.PENSION_NO, "%010d".formatted(person))
                .set(PensionFile.PENSION_CODE, "1150")
                .set(PensionFile.BIRTH_ON, "1945-05-01")
                .set(PensionFile.SEX, "2")
                .set(PensionFile.NAME_KANA, BankKana.reduce(kana.apply(person), 25).text())
                .set(PensionFile.EVENT_ON, on)
                .set(PensionFile.AMOUNT1, amount)
                .set(PensionFile.AMOUNT2, 0L)
                .set(PensionFile.AMOUNT3, 0L);
    }

    /** 追加候補者 captured on a day, told on another. */
    void added(String date, String captured, long yearly, long... people) {
        LocalDate on = LocalDate.parse(captured);
        candidates(
                date,
                LongStream.of(people)
                        .mapToObj(p ->
                                row(p, "30", on, yearly).set(PensionFile.DIVISION, "01").build())
                        .toList());
    }

    /** The payer's yearly list. */
    void candidates(String date, List<Row> rows) {
        city.send(FileKind.Z31, "NENKIN", LocalDate.parse(date), rows);
        day(date);
    }

    /** Accepts what was asked but for some people. */
    void answer(String date, List<Row> asked, String notice, String refusal, long... refused) {
        LocalDate day = LocalDate.parse(date);
        List<Row> answers = new ArrayList<>();
        for (Row row : asked) {
            long person = Long.parseLong(row.get(PensionFile.PENSION_NO));
            boolean no = LongStream.of(refused).anyMatch(one -> one == person);
            answers.add(
                    row.copy()
                            .set(PensionFile.NOTICE, notice)
                            .set(PensionFile.RESULT, no ? refusal : "00")
                            .set(PensionFile.MADE_ON, day)
                            .build());
        }
        city.send(FileKind.Z33, "NENKIN", day, answers);
        day(date);
    }

    /**
     * One line of 徴収結果.
     *
     * @param division 00 taken, 03 the payment was too small
     */
    record Result(long person, String division, long yen) {

        static Result taken(long person, long yen) {
            return new Result(person, "00", yen);
        }

        static Result failed(long person) {
            return new Result(person, "03", 0);
        }
    }

    /** 徴収結果 of the pay month's 15th, told on a day. */
    void results(String date, Result... results) {
        LocalDate day = LocalDate.parse(date);
        List<Row> rows = new ArrayList<>();
        for (Result result : results) {
            rows.add(
                    row(result.person(), "22", day.withDayOfMonth(15), result.yen())
                            .set(PensionFile.DIVISION, result.division())
                            .build());
        }
        city.send(FileKind.Z34, "NENKIN", day, rows);
        day(date);
    }

    /** Runs a day; what was sent before has been taken away. */
    void day(String date) {
        city.emptyOutbox();
        city.day(date);
    }

    /** What a day tells the pension's payer. */
    List<Row> orders(String date) {
        day(date);
        return city.sent(FileKind.Z3A);
    }

    /** Person, notice and division, amounts of the first and of each later payment. */
    static List<String> asked(List<Row> rows) {
        return rows.stream()
                .map(row ->
                        Long.parseLong(row.get(PensionFile.PENSION_NO))
                                + " "
                                + row.get(PensionFile.NOTICE)
                                + row.get(PensionFile.DIVISION)
                                + " "
                                + row.get(PensionFile.AMOUNT1)
                                + " "
                                + row.get(PensionFile.AMOUNT2))
                .toList();
    }

    /** The plans of a person's levy year in order: reason, deductions, then each slip. */
    List<String> plans(long person, int levyYear) {
        return plans(
                person,
                levyYear,
                "coalesce(string_agg(%s, ' ' order by r.due_on) filter (where r.method = 2), '')"
                        .formatted("r.amount::text"));
    }

    /** The same with the sum of the slips. */
    List<String> summedPlans(long person, int levyYear) {
        return plans(person, levyYear, "coalesce(sum(r.amount) filter (where r.method = 2), 0)");
    }

    private List<String> plans(long person, int levyYear, String slips) {
        return city.db()
                .sql(
                        """
                        select p.reason || ': ' || coalesce(string_agg(r.amount::text, ' ' order by r.due_on)
                                 filter (where r.method = 1), '')
                               || ' / ' || %s
                        from koki.plan p join koki.plan_row r using (levy_year, assessment_no, plan_version)
                        where p.person_no = :person and p.levy_year = :year
                        group by p.plan_version, p.reason order by p.plan_version
                        """
                                .formatted(slips))
                .param("person", person)
                .param("year", levyYear)
                .query(String.class)
                .list();
    }

    /** Titles of the letters to a person in order. */
    List<String> letters(long person) {
        return list(
                "select title from koki.letter where person_no = :person order by letter_no",
                person);
    }

    /** Texts that a query finds for a person. */
    List<String> list(String sql, long person) {
        return city.db().sql(sql).param("person", person).query(String.class).list();
    }

    @Override
    public void close() {
        city.close();
    }
}
