package org.machi.city.people;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.TaxFile;
import org.machi.law.BusinessCalendar;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.line.Schedules;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/**
 * What people sends to the union and to other municipalities: U_PERSON, U_TAX, U_APPLY, INCOME_ASK.
 */
@Component
class UnionFiles {

    private static final String TAX_ITEMS =
            TaxFile.LAYOUT.columns().stream()
                    .map(Column::code)
                    .map(code ->
                            code.equals(TaxFile.PERSON_NO.code())
                                    ? "coalesce(k.person_no, t.person_no) as " + code
                                    : "t." + code)
                    .collect(Collectors.joining(", "));

    /** A newcomer's income is asked of the municipality of 1 January (住民税の課税地). */
    private static final int ANSWER_DAYS = 30;

    private final Outbox outbox;
    private final Parameters office;
    private final Schedules schedules;

    UnionFiles(Outbox outbox, Parameters office, Schedules schedules) {
        this.outbox = outbox;
        this.office = office;
        this.schedules = schedules;
    }

    /** 住基情報 (Q02): the differences of the extract of 65 and over and their households. */
    void sendPeople(StepContext step) {
        UnionExtract extract = new UnionExtract(step.db());
        if (extract.prepare(step.businessDate()) == 0) {
            return;
        }
        outbox.send(
                toUnion(FileKind.U_PERSON, step),
                file ->
                        step.count(
                                "住基情報",
                                file.writeAll(
                                        step.db()
                                                .sql(UnionExtract.ROWS)
                                                .param("today", step.businessDate()))));
    }

    /**
     * 所得・課税情報 (F01): what the union has not got yet of people in the extract, on each business day
     * with news or on the city's monthly day. Who left the extract during the levy year, because
     * the aged member of the home died or moved, still counts for the premium of its 賦課期日.
     */
    void sendTaxFacts(StepContext step) {
        if (!schedules.isDue(
                office.text("union.code", step.businessDate()),
                FileKind.U_TAX.code(),
                step.businessDate(),
                BusinessCalendar.standard()::isBusinessDay)) {
            return;
        }
        int rows =
                mark(
                                step,
                                "people.union_extract x on x.person_no = t.person_no",
                                SINCE_THE_LAST_FILE)
                        + mark(step, KEEPERS, "");
        if (rows == 0) {
            return;
        }
        outbox.send(
                toUnion(FileKind.U_TAX, step),
                file ->
                        step.count(
                                "課税情報",
                                file.writeAll(
                                        step.db()
                                                .sql(TAX_ROWS.formatted(TAX_ITEMS))
                                                .param("today", step.businessDate()))));
    }

    /** 届出・申請: those of other offices at once, those of the counter when they are confirmed. */
    void sendApplications(StepContext step) {
        int rows = step.db().sql(MARK_APPLICATIONS).param("today", step.businessDate()).update();
        if (rows == 0) {
            return;
        }
        outbox.send(
                toUnion(FileKind.U_APPLY, step),
                file ->
                        step.count(
                                "届出",
                                file.writeAll(
                                        step.db()
                                                .sql(APPLICATIONS)
                                                .param("today", step.businessDate()))));
    }

    /** 所得照会 (Q16): one file to each municipality that people came from, and one reminder. */
    void askIncome(StepContext step) {
        LocalDate today = step.businessDate();
        int asked = write(step, NEW_INQUIRIES);
        int reminded = write(step, REMINDERS);
        if (asked + reminded == 0) {
            return;
        }
        step.count("所得照会", asked);
        step.count("所得照会の催促", reminded);
        step.db()
                .sql(
                        """
                        select distinct to_code from people.income_inquiry
                        where :today in (asked_on, reminded_on) and medium = 'FILE' order by 1
                        """)
                .param("today", today)
                .query(String.class)
                .list()
                .forEach(code ->
                        outbox.send(
                                Dispatch.of(FileKind.INCOME_ASK, code, today, step.actor()),
                                file ->
                                        file.writeAll(
                                                step.db()
                                                        .sql(INQUIRIES)
                                                        .param("today", today)
                                                        .param("to", code))));
    }

    private static int write(StepContext step, String statement) {
        return step.db()
                .sql(statement)
                .param("today", step.businessDate())
                .param("answerBy", step.businessDate().plusDays(ANSWER_DAYS))
                .update();
    }

    private Dispatch toUnion(FileKind kind, StepContext step) {
        return Dispatch.of(
                kind,
                office.text("union.code", step.businessDate()),
                step.businessDate(),
                step.actor());
    }

    private static int mark(StepContext step, String extracts, String newsOnly) {
        return step.db()
                .sql(MARK_TAX.formatted(extracts, newsOnly))
                .param("today", step.businessDate())
                .update();
    }

    private static final String MARK_TAX =
            """
            insert into people.tax_sent (person_no, levy_year, version, sent_on)
            select t.person_no, t.levy_year, t.version, :today
            from people.tax_fact t join %s
            where t.current and (x.inside or x.sent_on >= make_date(t.levy_year::int, 4, 1))
              and not exists (select from people.tax_sent s
                              where s.person_no = t.person_no and s.levy_year = t.levy_year and s.version = t.version)
              %s
            order by t.person_no, t.levy_year
            """;

    /**
     * All that could go with the file before went with it: only a new fact, somebody of whom the
     * extract has news, or a link between numbers can bring more.
     */
    private static final String SINCE_THE_LAST_FILE =
            """
            and t.person_no in (
                with since as (select coalesce(max(sent_on), '-infinity') as day from people.tax_sent)
                select f.person_no from people.tax_fact f, since where f.known_on >= since.day
                union
                select e.person_no from people.union_extract e, since where e.sent_on >= since.day
                union
                select unnest(array[m.person_no, m.survivor_no, m.root_no]) from people.merge m, since
                where m.known_on >= since.day or m.undone_on >= since.day)
            """;

    /** What is known under a number goes to the number by which the union knows the person. */
    private static final String KEEPERS =
            """
            people.v_union_keeper k on k.root_no = t.person_no
            join people.union_extract x on x.person_no = k.person_no
            """;

    private static final String TAX_ROWS =
            """
            select %s from people.tax_sent s join people.tax_fact t using (person_no, levy_year, version)
            left join people.v_union_keeper k on k.root_no = t.person_no
            where s.sent_on = :today and t.current
            order by t.levy_year, t.person_no
            """;

    private static final String MARK_APPLICATIONS =
            """
            update people.application a set sent_on = :today
            where sent_on is null and not exists (
                select from people.counter_entry c where c.reception_no = a.reception_no and c.state <> 'CONFIRMED')
            """;

    private static final String APPLICATIONS =
            """
            select coalesce(k.person_no, a.person_no) as person_no, a.reception_no, a.kind, a.cancelled, a.received_on, a.occurred_on, a.until_on, a.disability,
                   a.other_code, a.facility, a.facility_address, a.note, a.reported_on, a.reason, a.revenue, a.disease,
                   a.card_kind, a.share, a.koki_household_no
            from people.application a
            left join people.v_union_keeper k on k.root_no = a.person_no
            where a.sent_on = :today order by a.reception_no
            """;

    /** Newcomers in the extract whose tax facts of the levy year nobody here can know. */
    static final String NEWCOMERS =
            """
            from people.person p
            join people.union_extract x using (person_no)
            where x.inside and p.resident_state = '1' and p.from_code is not null
              and p.moved_in_on > make_date(extract(year from cast(:today as date) - interval '3 months')::int, 1, 1)
              and not exists (select from people.tax_fact t
                              where t.person_no = p.person_no and t.current and t.undeclared <> '3' and t.change <> '3'
                                and t.levy_year = extract(year from cast(:today as date) - interval '3 months'))
            """;

    /**
     * Nobody is asked about a protected person by itself: the question tells where the person lives
     * now. A clerk with the duty decides and asks on paper (see {@link InquiryLists#toAsk}).
     */
    private static final String NEW_INQUIRIES =
            """
            insert into people.income_inquiry (inquiry_no, person_no, levy_year, to_code, asked_on, answer_due)
            select lpad(nextval('people.reception_no')::text, 10, '0'), p.person_no,
                   extract(year from cast(:today as date) - interval '3 months')::bigint, p.from_code, :today, :answerBy
            """
                    + NEWCOMERS
                    + """
                      and not exists (select from people.v_stop s where s.person_no = p.person_no and s.issue)
                    order by p.person_no
                    on conflict (person_no, levy_year, kind) do nothing
                    """;

    /**
     * Once, when the day by which an answer was asked for has passed; not for somebody whose moving
     * in was an error and was taken back since.
     */
    private static final String REMINDERS =
            """
            update people.income_inquiry q set reminded_on = :today, answer_due = :answerBy
            from people.person p
            where p.person_no = q.person_no and p.moved_in_on is not null
              and q.answered_on is null and q.reminded_on is null and q.answer_due < :today and q.medium = 'FILE'
              and not exists (select from people.v_stop s where s.person_no = p.person_no and s.issue)
            """;

    private static final String INQUIRIES =
            """
            select q.inquiry_no, q.person_no, q.levy_year, q.asked_on, p.name, p.name_kana, p.birth_on, p.sex,
                   coalesce(p.from_address, '不詳') as old_address, p.moved_in_on,
                   '高齢者の医療の確保に関する法律第138条' as legal_basis
            from people.income_inquiry q join people.person p using (person_no)
            where :today in (q.asked_on, q.reminded_on) and q.to_code = :to and q.medium = 'FILE'
            order by q.inquiry_no
            """;
}
