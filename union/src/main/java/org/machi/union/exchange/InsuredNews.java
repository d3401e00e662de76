package org.machi.union.exchange;

import static org.machi.formats.layout.InsuredFile.*;

import org.machi.formats.file.FileKind;
import org.machi.formats.layout.InsuredFile;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/** 被保険者情報 (U_INSURED): each city gets its decisions that it has not been told yet, each once. */
@Component
public class InsuredNews {

    private static final String FROM =
            """
              FROM eligibility.period_history h
              JOIN register.person p USING (person_id)
              LEFT JOIN register.membership m ON m.person_id = p.person_id AND m.valid_to = 'infinity'
              LEFT JOIN register.household k ON k.household_id = m.household_id
             WHERE h.city_code = '%s' AND h.seq > %d AND h.seq <= %d
             ORDER BY h.seq
            """;

    private final Outbox outbox;
    private final SentMarks marks;
    private final SelectedRows rows;

    InsuredNews(Outbox outbox, SentMarks marks, OrganisationSettings settings) {
        this.outbox = outbox;
        this.marks = marks;
        this.rows = rows(InsurerCode.of(settings));
    }

    private static SelectedRows rows(String insurer) {
        SelectedRows rows = new SelectedRows(InsuredFile.LAYOUT);
        decision(rows, insurer);
        person(rows);
        return rows;
    }

    private static void decision(SelectedRows rows, String insurer) {
        rows.with(INSURER_NO, "'" + insurer + "'")
                .with(INSURED_NO, "h.insured_no")
                .with(VERSION, "h.history_no")
                .padded(PERSON_NO, "p.person_no")
                .with(CHANGE, "h.change")
                .with(
                        CHANGED_ON,
                        """
                        CASE h.change WHEN '01' THEN lower(h.valid) WHEN '07' THEN lower(h.valid)
                                      WHEN '02' THEN upper(h.valid) ELSE h.decided_on END
                        """)
                .with(ACQUIRED_BY, "h.acquired_by")
                .with(ACQUIRED_ON, "lower(h.valid)")
                .with(LOST_BY, "h.lost_by")
                .with(LOST_ON, "nullif(upper(h.valid), 'infinity')")
                .with(INSURER_FROM, "h.insured_from")
                .with(INSURER_UNTIL, "nullif(h.insured_to, 'infinity')")
                .with(HOME_CODE, "h.city_code")
                .with(PERSON_KIND, "CASE WHEN p.resident_kind = '3' THEN '2' ELSE '1' END")
                .with(COPAY, "h.copay")
                .with(COPAY_FROM, "h.copay_from")
                .with(ADDRESS_EXCEPTION, "CASE WHEN h.exception THEN '1' ELSE '0' END")
                .with(DEPENDANT, "CASE WHEN h.dependant_from IS NULL THEN '0' ELSE '1' END");
    }

    private static void person(SelectedRows rows) {
        rows.padded(HOUSEHOLD_NO, "CASE WHEN p.resident_kind <> '3' THEN p.household_no END")
                .padded(KOKI_HOUSEHOLD_NO, "coalesce(k.household_no, p.household_no)")
                .with(PREFECTURE_CODE, "left(p.municipality_code, 2)")
                .with(CITY_CODE, "substr(p.municipality_code, 3, 3)")
                .with(TOWN_CODE, "p.town_code")
                .with(NAME_KANA, "p.name_kana")
                .with(ALIAS_KANA, "p.alias_kana")
                .with(NAME, "p.name")
                .with(ALIAS, "p.alias")
                .with(NAME_USE, "p.name_use")
                .with(NAME_LATIN, "p.name_latin")
                .with(NAME_COMBINED, "p.name_combined")
                .with(NAME_CLASS, "CASE p.resident_kind WHEN '1' THEN '1' WHEN '2' THEN '2' END")
                .with(BIRTH_ERA, ERA)
                .with(BIRTH_ON, "p.birth_text")
                .with(SEX, "p.sex")
                .with(PREFECTURE, "p.prefecture")
                .with(CITY, "p.city")
                .with(TOWN, "p.town")
                .with(LOT, "p.lot")
                .with(BUILDING, "p.building")
                .with(
                        ADDRESS,
                        "p.prefecture || p.city || p.town || coalesce(p.lot, '') || coalesce(p.building, '')")
                .with(POSTAL_PARENT, "left(p.postal_code, 3)")
                .with(POSTAL_CHILD, "right(p.postal_code, 4)")
                .with(PHONE, "p.phone")
                .with(DISTRICT, "p.district")
                .with(BUILDING_KANA, "p.building_kana")
                .with(INSIDE, "CASE WHEN p.municipality_code = h.city_code THEN '1' ELSE '2' END")
                .with(MUNICIPALITY_CODE, "p.municipality_code")
                .with(STAY_FROM, "p.stay_from")
                .with(STAY_UNTIL, "p.stay_until")
                .with(STAY_STATUS, "p.stay_status")
                .with(BEDRIDDEN, "false")
                .with(NO_DOCTOR, "false")
                .with(
                        WHEREABOUTS_UNKNOWN,
                        """
                        EXISTS (SELECT FROM eligibility.v_condition c
                                 WHERE c.person_id = p.person_id AND c.condition = 'UNKNOWN'
                                   AND c.valid_from <= h.decided_on AND h.decided_on < c.valid_to)
                        """);
    }

    private static final String ERA =
            """
            CASE WHEN p.birth_on IS NULL THEN '0' WHEN p.birth_on < '1912-07-30' THEN '1'
                 WHEN p.birth_on < '1926-12-25' THEN '2' WHEN p.birth_on < '1989-01-08' THEN '3'
                 WHEN p.birth_on < '2019-05-01' THEN '4' ELSE '5' END
            """;

    /** Sends what each city does not know yet; no file where there is nothing. */
    public void send(StepContext step) {
        long last =
                step.db()
                        .sql("SELECT coalesce(max(seq), 0) FROM eligibility.period_history")
                        .query(Long.class)
                        .single();
        for (String city : marks.cities()) {
            long known = marks.upTo(FileKind.U_INSURED, city);
            if (known < last) {
                send(step, city, known, last);
                marks.move(FileKind.U_INSURED, city, last);
            }
        }
    }

    private void send(StepContext step, String city, long known, long last) {
        String from = FROM.formatted(city, known, last);
        boolean some =
                step.db().sql("SELECT EXISTS (SELECT " + from + ")").query(Boolean.class).single();
        if (some) {
            outbox.send(
                    Dispatch.of(FileKind.U_INSURED, city, step.businessDate(), step.actor()),
                    file ->
                            step.count(
                                    "被保険者情報",
                                    rows.write(
                                            step.copyOut("SELECT " + rows.list() + from), file)));
        }
    }
}
