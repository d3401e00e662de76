package org.machi.city.people;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.TaxFile;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.IncomingFile;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 所得照会 of other municipalities (INCOME_ASK) and this city's answers (INCOME_ANSWER).
 *
 * <p>Who is asked for is found by kana, birth date and sex. The answer is made from the city's own
 * tax facts; before those of the levy year came, the question waits. A person under 支援措置 is not
 * answered by the machine: the question goes to a list, and the asker learns nothing from it. A
 * question that comes again is answered again.
 */
@Component
public class ReceivedInquiries {

    private final Outbox outbox;
    private final String ownCode;

    ReceivedInquiries(Outbox outbox, OrganisationSettings settings) {
        this.outbox = outbox;
        this.ownCode = settings.code();
    }

    /**
     * Takes the questions; the 宛名番号 in them is the asker's, the audit trail gets the city's own.
     */
    void take(IncomingFile file) {
        file.count(
                "照会",
                file.db()
                        .sql(KEEP)
                        .params(
                                Map.of(
                                        "asker",
                                        file.from(),
                                        "today",
                                        file.businessDate(),
                                        "file",
                                        file.id()))
                        .update());
        file.db().sql(IDENTIFY).param("asker", file.from()).update();
        file.about(
                file.db()
                        .sql(
                                """
                                select distinct q.person_no from people.received_inquiry q
                                join incoming i using (inquiry_no)
                                where q.asker = :asker and q.person_no is not null
                                """)
                        .param("asker", file.from())
                        .query(Long.class)
                        .list());
    }

    /** Answers what can be answered today, one file to each asker. */
    void answer(StepContext step) {
        step.db().sql(JUDGE).param("own", ownCode).update();
        int ready =
                step.db()
                        .sql(
                                """
                                update people.received_inquiry set state = 'ANSWERED', answered_on = :today
                                where state = 'READY' and medium = 'FILE'
                                """)
                        .param("today", step.businessDate())
                        .update();
        if (ready == 0) {
            return;
        }
        step.count("所得照会の回答", ready);
        step.db()
                .sql(
                        "select distinct asker from people.received_inquiry where answered_on = :today and medium = 'FILE' order by 1")
                .param("today", step.businessDate())
                .query(String.class)
                .list()
                .forEach(asker -> send(step, asker));
    }

    private void send(StepContext step, String asker) {
        Map<String, Object> values =
                Map.of("today", step.businessDate(), "asker", asker, "own", ownCode);
        outbox.send(
                Dispatch.of(FileKind.INCOME_ANSWER, asker, step.businessDate(), step.actor()),
                file -> {
                    file.writeAll(step.db().sql(ANSWERS).params(values));
                    file.about(
                            step.db()
                                    .sql(
                                            """
                                            select distinct person_no from people.received_inquiry
                                            where answered_on = :today and asker = :asker and medium = 'FILE'
                                              and person_no is not null
                                            """)
                                    .param("today", step.businessDate())
                                    .param("asker", asker)
                                    .query(Long.class)
                                    .list());
                });
    }

    private static final String KEEP =
            """
            insert into people.received_inquiry (asker, inquiry_no, asker_person_no, levy_year, received_on, name, name_kana,
                birth_on, sex, old_address, moved_in_on, state, file_id)
            select distinct on (inquiry_no) :asker, inquiry_no, person_no, levy_year, :today, name, name_kana,
                birth_on, sex, old_address, moved_in_on, 'NEW', :file
            from incoming order by inquiry_no, line
            on conflict (asker, inquiry_no) do update set
                state = case when received_inquiry.state <> 'ANSWERED' then received_inquiry.state
                             when received_inquiry.person_no is null or received_inquiry.answer = '4' then 'READY' else 'WAITING' end,
                approved = received_inquiry.approved and received_inquiry.state <> 'ANSWERED'
            """;

    /** One fitting person, or the one of several who went to the asker. */
    public static final String IDENTIFY =
            """
            update people.received_inquiry q
            set person_no = f.one,
                state = case when f.people = 0 then 'READY' when f.guarded or f.one is null then 'CLERK' else 'WAITING' end,
                reason = case when f.guarded then 'PROTECTED' when f.people > 0 and f.one is null then 'SEVERAL' end,
                answer = case when f.people = 0 then '4' end
            from (select a.inquiry_no, count(p.person_no) as people,
                         case when count(p.person_no) = 1 then min(p.person_no)
                              when count(*) filter (where p.to_code = a.asker) = 1
                              then min(p.person_no) filter (where p.to_code = a.asker) end as one,
                         coalesce(bool_or(s.issue), false) as guarded
                  from people.received_inquiry a
                  left join people.person p
                         on p.kana_key = people.kana_key(a.name_kana) and p.birth_on = a.birth_on and p.sex = a.sex
                  left join people.v_stop s on s.person_no = p.person_no
                  where a.asker = :asker and a.state = 'NEW'
                  group by a.inquiry_no) f
            where q.asker = :asker and q.inquiry_no = f.inquiry_no
            """;

    /**
     * Facts that another municipality answered to this one are not this city's to tell (5).
     * Protection that began while a question waited stops it too. Which years' facts have come is
     * asked once and not for each question.
     */
    public static final String JUDGE =
            """
            with told as materialized (
                select levy_year from (select distinct levy_year from people.received_inquiry where state = 'WAITING') asked
                where exists (select from people.tax_fact a where a.levy_year = asked.levy_year and a.change = '0'))
            update people.received_inquiry q set state = j.state, reason = j.reason, answer = j.answer
            from (select w.asker, w.inquiry_no,
                         case when x.guarded or x.fact = 'NONE' and x.here then 'CLERK'
                              when x.fact = 'LATER' then 'WAITING' else 'READY' end as state,
                         case when x.guarded then 'PROTECTED'
                              when x.fact = 'NONE' and x.here then 'NO_FACTS' end as reason,
                         case when x.guarded or x.fact = 'LATER' or x.fact = 'NONE' and x.here then null
                              when x.fact in ('OTHER', 'NONE') then '5'
                              else x.fact end as answer
                  from people.received_inquiry w
                  join people.person p using (person_no)
                  left join people.v_stop s on s.person_no = w.person_no
                  left join people.tax_fact t on t.person_no = w.person_no and t.levy_year = w.levy_year and t.current
                                             and t.change <> '3'
                  cross join lateral (
                      select coalesce(s.issue, false) and not w.approved as guarded,
                             coalesce(make_date(w.levy_year::int, 1, 1) between coalesce(p.resident_since, p.moved_in_on)
                                          and coalesce(p.moved_out_on, people.day(p.died_on), p.removed_on, 'infinity'::date),
                                      false) as here,
                             case when t.person_no is null and w.levy_year not in (select levy_year from told)
                                  then 'LATER'
                                  when t.person_no is null or t.undeclared = '3' then 'NONE'
                                  when t.municipality_code <> :own or t.correction_reason = '05' then 'OTHER'
                                  when t.undeclared = '1' then '3'
                                  when coalesce(t.salary, 0) + coalesce(t.pension, 0) + coalesce(t.business, 0)
                                       + coalesce(t.farming, 0) + coalesce(t.real_estate, 0) + coalesce(t.base, 0)
                                       + coalesce(t.misc_total, 0) + coalesce(t.taxable, 0) > 0 then '1'
                                  else '2' end as fact) x
                  where w.state = 'WAITING' and w.kind = 'INCOME') j
            where q.asker = j.asker and q.inquiry_no = j.inquiry_no
            """;

    /** Items of an answer that are not the stored fact's. */
    private static final Map<String, String> OWN_ITEMS =
            Map.ofEntries(
                    Map.entry("insurer_no", "null::text"),
                    Map.entry("home_code", "q.asker"),
                    Map.entry("person_kind", "'1'"),
                    Map.entry("person_no", "q.asker_person_no"),
                    Map.entry("levy_year", "q.levy_year"),
                    Map.entry("municipality_code", ":own"),
                    Map.entry("change", "'1'"),
                    Map.entry("corrected_on", "null::date"),
                    Map.entry(
                            "correction_reason", "case when t.person_no is not null then '05' end"),
                    Map.entry("taxpayer_no", "null::text"),
                    Map.entry("taxed", "coalesce(t.taxed, '9')"),
                    Map.entry("undeclared", "coalesce(t.undeclared, '1')"));

    private static final Set<String> FLAGS =
            Set.of("transition", "base_given", "reduction_given", "low_given", "share_given");

    private static final String ANSWERS =
            """
            select q.inquiry_no, q.answered_on, q.answer, %s
            from people.received_inquiry q
            left join people.tax_fact t on q.answer in ('1', '2', '3') and t.person_no = q.person_no
                                       and t.levy_year = q.levy_year and t.current
            where q.answered_on = :today and q.asker = :asker and q.medium = 'FILE'
            order by q.inquiry_no
            """
                    .formatted(
                            TaxFile.LAYOUT.columns().stream()
                                    .map(Column::code)
                                    .map(code -> item(code) + " as " + code)
                                    .collect(Collectors.joining(", ")));

    private static String item(String code) {
        String own = OWN_ITEMS.get(code);
        if (own != null) {
            return own;
        }
        return FLAGS.contains(code) ? "coalesce(t." + code + ", false)" : "t." + code;
    }
}
