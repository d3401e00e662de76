package org.machi.city.people.addressee;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.addressee.Versions.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 連絡先: as many telephone numbers as somebody tells, each with whose it is. */
@Component
class Contacts {

    private final JdbcClient db;
    private final Versions versions;

    Contacts(JdbcClient db, Versions versions) {
        this.db = db;
        this.versions = versions;
    }

    /** What the clerk enters. */
    record Entry(String phone, String whose, @Nullable String note, Period period) {

        static Entry read(Fields fields, LocalDate today) {
            String phone = fields.phone("phone");
            if (phone == null) {
                fields.fault("電話番号を入れてください。");
            }
            return new Entry(
                    Objects.requireNonNullElse(phone, ""),
                    fields.must("whose", "だれの電話か", 40),
                    fields.may("note", "メモ", 200),
                    fields.period(today));
        }
    }

    /** A row of the list. */
    public record Line(
            long no,
            int version,
            long ownerNo,
            String phone,
            String whose,
            String note,
            Period period,
            String enteredBy,
            long before) {}

    List<Line> of(long personNo) {
        return db.sql(
                        """
                        select c.*, coalesce(c.note, '') as told,
                               (select count(*) from people.contact_history h where h.contact_no = c.contact_no) as before
                        from people.contact c where c.person_no = any (people.numbers_of(:person))
                        order by c.valid_to nulls first, c.contact_no desc
                        """)
                .param("person", personNo)
                .query((row, _) ->
                        new Line(
                                row.getLong("contact_no"),
                                row.getInt("version"),
                                row.getLong("person_no"),
                                row.getString("phone"),
                                row.getString("whose"),
                                row.getString("told"),
                                new Period(
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getObject("valid_to", LocalDate.class)),
                                row.getString("entered_by"),
                                row.getLong("before")))
                .list();
    }

    List<String> enter(long personNo, Entry entry, Change change) {
        List<String> faults = versions.hold(personNo).refusal().stream().toList();
        if (faults.isEmpty()) {
            db.sql(
                            """
                            insert into people.contact (person_no, phone, whose, note, valid_from, valid_to, entered_by, entered_on)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(personNo)
                    .param(entry.phone())
                    .param(entry.whose())
                    .param(entry.note())
                    .param(entry.period().from())
                    .param(entry.period().to())
                    .param(change.staff())
                    .param(change.on())
                    .update();
        }
        return faults;
    }

    List<String> correct(Seen seen, Entry entry, Change change) {
        List<String> faults = versions.hold(seen.personNo()).refusal().stream().toList();
        if (faults.isEmpty()) {
            versions.keep("contact", "contact_no", seen, change);
            db.sql(
                            """
                            update people.contact set phone = ?, whose = ?, note = ?, valid_from = ?, valid_to = ?,
                                entered_by = ?, entered_on = ?, version = version + 1
                            where contact_no = ?
                            """)
                    .param(entry.phone())
                    .param(entry.whose())
                    .param(entry.note())
                    .param(entry.period().from())
                    .param(entry.period().to())
                    .param(change.staff())
                    .param(change.on())
                    .param(seen.no())
                    .update();
        }
        return faults;
    }

    void end(Seen seen, LocalDate on, Change change) {
        versions.hold(seen.personNo());
        versions.end("contact", "contact_no", seen, on, change);
    }
}
