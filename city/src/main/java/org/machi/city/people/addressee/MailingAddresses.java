package org.machi.city.people.addressee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.addressee.Versions.Held;
import org.machi.city.people.addressee.Versions.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 送付先 by kind of work and period. Of one kind of work never two hold on the same day. */
@Component
class MailingAddresses {

    private final JdbcClient db;
    private final Versions versions;

    MailingAddresses(JdbcClient db, Versions versions) {
        this.db = db;
        this.versions = versions;
    }

    /** What the clerk enters. */
    record Entry(
            Work work,
            MailKind kind,
            Period period,
            String name,
            @Nullable String postalCode,
            String address,
            String reason,
            @Nullable String evidence) {

        static Entry read(Fields fields, LocalDate today) {
            return new Entry(
                    fields.choice("work", Work.class, "業務", Work.KOKI),
                    fields.choice("kind", MailKind.class, "種類", MailKind.OTHER),
                    fields.period(today),
                    fields.must("name", "送付先氏名", 80),
                    fields.postalCode("postalCode"),
                    fields.must("address", "送付先住所", 150),
                    fields.must("reason", "理由", 100),
                    fields.may("evidence", "確かめた書類", 100));
        }

        List<String> faults(Held person) {
            List<String> faults = new ArrayList<>();
            person.refusal().ifPresent(faults::add);
            if (kind == MailKind.HEIR && !person.dead()) {
                faults.add("相続人代表は、死亡の記録がある人にだけ登録できます。");
            }
            LocalDate died = person.diedOn();
            if (kind.endsWithDeath() && died != null && period.from().isAfter(died)) {
                faults.add(kind.label() + "の職務は本人の死亡で終わります。相続人代表で入れてください。");
            }
            if (kind.endsWithDeath() && evidence == null) {
                faults.add(kind.label() + "は、登記事項証明書など確かめた書類を入れてください。");
            }
            return faults;
        }

        Map<String, @Nullable Object> values() {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("work", work.name());
            values.put("kind", kind.name());
            values.put("from", period.from());
            values.put("to", period.to());
            values.put("name", name);
            values.put("postal", postalCode);
            values.put("address", address);
            values.put("reason", reason);
            values.put("evidence", evidence);
            return values;
        }
    }

    /**
     * A row of the list.
     *
     * @param ownerNo the number in which it was entered: the person's, or one merged into it
     * @param state いま使用, 取消 and the like
     * @param before how many earlier versions there are
     */
    public record Line(
            long no,
            int version,
            long ownerNo,
            Work work,
            MailKind kind,
            Period period,
            String name,
            String postalCode,
            String address,
            String reason,
            String evidence,
            String enteredBy,
            long before) {}

    List<Line> of(long personNo) {
        return db.sql(LINES + "where m.person_no = any (people.numbers_of(:person))" + ORDER)
                .param("person", personNo)
                .query((row, _) ->
                        new Line(
                                row.getLong("mailing_no"),
                                row.getInt("version"),
                                row.getLong("person_no"),
                                Work.valueOf(row.getString("business")),
                                MailKind.valueOf(row.getString("kind")),
                                new Period(
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getObject("valid_to", LocalDate.class)),
                                row.getString("name"),
                                row.getString("postal_code"),
                                row.getString("address"),
                                row.getString("reason"),
                                row.getString("evidence"),
                                row.getString("entered_by"),
                                row.getLong("before")))
                .list();
    }

    private static final String LINES =
            """
            select m.mailing_no, m.version, m.person_no, m.business, m.kind, m.valid_from, m.valid_to, m.name,
                   coalesce(m.postal_code, '') as postal_code, m.address, m.reason, coalesce(m.evidence, '') as evidence,
                   coalesce(m.entered_by, '移行') as entered_by,
                   (select count(*) from people.mailing_address_history h where h.mailing_no = m.mailing_no) as before
            from people.mailing_address m
            """;

    private static final String ORDER = " order by m.valid_to nulls first, m.valid_from desc";

    /** Enters a new one; returns why not, or nothing when it is done. */
    List<String> enter(long personNo, Entry entry, Change change) {
        List<String> faults = faults(personNo, 0, entry);
        if (faults.isEmpty()) {
            db.sql(
                            """
                            insert into people.mailing_address (person_no, business, kind, valid_from, valid_to, name,
                                postal_code, address, reason, evidence, entered_by, entered_on)
                            values (:person, :work, :kind, :from, :to, :name, :postal, :address, :reason, :evidence,
                                :staff, :today)
                            """)
                    .param("person", personNo)
                    .params(entry.values())
                    .param("staff", change.staff())
                    .param("today", change.on())
                    .update();
        }
        return faults;
    }

    /** Corrects one; the version before stays in the history. */
    List<String> correct(Seen seen, Entry entry, Change change) {
        List<String> faults = faults(seen.personNo(), seen.no(), entry);
        if (faults.isEmpty()) {
            versions.keep("mailing_address", "mailing_no", seen, change);
            db.sql(
                            """
                            update people.mailing_address set business = :work, kind = :kind, valid_from = :from, valid_to = :to,
                                name = :name, postal_code = :postal, address = :address, reason = :reason,
                                evidence = :evidence, entered_by = :staff, entered_on = :today, version = version + 1
                            where mailing_no = :no
                            """)
                    .params(entry.values())
                    .param("staff", change.staff())
                    .param("today", change.on())
                    .param("no", seen.no())
                    .update();
        }
        return faults;
    }

    void end(Seen seen, LocalDate on, Change change) {
        versions.hold(seen.personNo());
        versions.end("mailing_address", "mailing_no", seen, on, change);
    }

    /** Remembers that the person's newest 送付先 was made with a 代理人. */
    void madeWith(long personNo, long representativeNo) {
        db.sql(
                        """
                        insert into people.representative_mail (mailing_no, representative_no)
                        select max(mailing_no), :representative from people.mailing_address where person_no = :person
                        """)
                .param("representative", representativeNo)
                .param("person", personNo)
                .update();
    }

    /** 送付先 that was made with a 代理人 and still is of that kind ends with that one's office. */
    void endWith(long personNo, long representativeNo, LocalDate on, Change change) {
        db.sql(
                        """
                        select m.person_no, m.mailing_no as no, m.version, greatest(m.valid_from, :on) as last
                        from people.representative_mail w
                        join people.mailing_address m using (mailing_no)
                        join people.representative r on r.representative_no = w.representative_no and r.role = m.kind
                        where w.representative_no = :representative and m.person_no = :person
                          and (m.valid_to is null or m.valid_to > greatest(m.valid_from, :on))
                        """)
                .param("on", on)
                .param("representative", representativeNo)
                .param("person", personNo)
                .query((row, _) -> {
                    LocalDate last = row.getObject("last", LocalDate.class);
                    return Map.entry(new Seen(row.getLong(1), row.getLong(2), row.getInt(3)), last);
                })
                .list()
                .forEach(mail ->
                        versions.end(
                                "mailing_address",
                                "mailing_no",
                                mail.getKey(),
                                mail.getValue(),
                                change));
    }

    /** Why an entry can't be taken; {@code itself} is the row that it corrects, or 0. */
    List<String> faults(long personNo, long itself, Entry entry) {
        List<String> faults = new ArrayList<>(entry.faults(versions.hold(personNo)));
        overlapping(personNo, itself, entry)
                .ifPresent(other ->
                        faults.add(
                                "同じ業務（%s）の送付先と期間が重なります。先にそれを終了してください：%s"
                                        .formatted(entry.work().label(), other)));
        return faults;
    }

    private Optional<String> overlapping(long personNo, long itself, Entry entry) {
        return db.sql(
                        """
                        select m.name || '　' || m.valid_from || '～' || coalesce(m.valid_to::text, '') from people.mailing_address m
                        where m.person_no = :person and m.business = :work and m.mailing_no <> :itself
                          and m.valid_to is distinct from m.valid_from
                          and daterange(m.valid_from, m.valid_to) && daterange(:from, cast(:to as date)) limit 1
                        """)
                .param("person", personNo)
                .param("itself", itself)
                .params(entry.values())
                .query(String.class)
                .optional();
    }
}
