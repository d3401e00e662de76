package org.machi.city.people.addressee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.addressee.Versions.Held;
import org.machi.city.people.addressee.Versions.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 代理人: the heirs' representative (相続人代表者指定届) and those whom a court appointed, for a period and
 * with the paper that was seen. On one day a person has one of a role.
 */
@Component
class Representatives {

    private final JdbcClient db;
    private final Versions versions;

    Representatives(JdbcClient db, Versions versions) {
        this.db = db;
        this.versions = versions;
    }

    /**
     * What the clerk enters.
     *
     * @param ownNo the representative's own 宛名番号, when there is one
     */
    record Entry(
            Role role,
            String name,
            String kana,
            @Nullable String relation,
            @Nullable String postalCode,
            String address,
            @Nullable String phone,
            @Nullable Long ownNo,
            String evidence,
            LocalDate receivedOn,
            Period period) {

        static Entry read(Fields fields, LocalDate today) {
            return new Entry(
                    fields.choice("role", Role.class, "役割", Role.GUARDIAN),
                    fields.must("name", "氏名", 80),
                    fields.kana("kana", "氏名（カナ）"),
                    fields.may("relation", "続柄・関係", 40),
                    fields.postalCode("postalCode"),
                    fields.must("address", "住所", 150),
                    fields.phone("phone"),
                    fields.personNo("ownNo"),
                    fields.must("evidence", "確かめた書類", 100),
                    fields.day("receivedOn", "届出を受けた日", today),
                    fields.period(today));
        }

        List<String> faults(Held person, LocalDate today) {
            List<String> faults = new ArrayList<>();
            person.refusal().ifPresent(faults::add);
            LocalDate died = person.diedOn();
            if (role == Role.HEIR && died == null) {
                faults.add("相続人代表者は、死亡の記録がある人にだけ登録できます。");
            }
            if (role == Role.HEIR && died != null && period.from().isBefore(died)) {
                faults.add("相続人代表者の開始日が死亡の日より前です。");
            }
            if (role != Role.HEIR && died != null && period.from().isAfter(died)) {
                faults.add(role.label() + "の職務は本人の死亡で終わります。");
            }
            if (receivedOn.isAfter(today)) {
                faults.add("届出を受けた日が今日より後です。");
            }
            return faults;
        }

        Map<String, @Nullable Object> values() {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("role", role.name());
            values.put("name", name);
            values.put("kana", kana);
            values.put("relation", relation);
            values.put("postal", postalCode);
            values.put("address", address);
            values.put("phone", phone);
            values.put("own", ownNo);
            values.put("evidence", evidence);
            values.put("received", receivedOn);
            values.put("from", period.from());
            values.put("to", period.to());
            return values;
        }

        /** The same person as the addressee of letters. */
        MailingAddresses.Entry asMail(Work work) {
            return new MailingAddresses.Entry(
                    work, role.asMail(), period, name, postalCode, address, role.label(), evidence);
        }
    }

    /** A row of the list. */
    public record Line(
            long no,
            int version,
            long ownerNo,
            Role role,
            Period period,
            String name,
            String kana,
            String relation,
            String postalCode,
            String address,
            String phone,
            String ownNo,
            String evidence,
            LocalDate receivedOn,
            String enteredBy,
            long before) {}

    List<Line> of(long personNo) {
        return db.sql(
                        """
                        select r.*, (select count(*) from people.representative_history h
                                     where h.representative_no = r.representative_no) as before
                        from people.representative r where r.person_no = any (people.numbers_of(:person))
                        order by r.valid_to nulls first, r.representative_no desc
                        """)
                .param("person", personNo)
                .query((row, _) ->
                        new Line(
                                row.getLong("representative_no"),
                                row.getInt("version"),
                                row.getLong("person_no"),
                                Role.valueOf(row.getString("role")),
                                new Period(
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getObject("valid_to", LocalDate.class)),
                                row.getString("name"),
                                row.getString("name_kana"),
                                text(row.getString("relation")),
                                text(row.getString("postal_code")),
                                row.getString("address"),
                                text(row.getString("phone")),
                                text(row.getString("own_no")),
                                row.getString("evidence"),
                                row.getObject("received_on", LocalDate.class),
                                row.getString("entered_by"),
                                row.getLong("before")))
                .list();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    List<String> enter(long personNo, Entry entry, Change change) {
        List<String> faults = faults(personNo, 0, entry, change);
        if (faults.isEmpty()) {
            db.sql(
                            """
                            insert into people.representative (person_no, role, name, name_kana, relation, postal_code, address,
                                phone, own_no, evidence, received_on, valid_from, valid_to, entered_by, entered_on)
                            values (:person, :role, :name, :kana, :relation, :postal, :address, :phone, :own, :evidence,
                                :received, :from, :to, :staff, :today)
                            """)
                    .param("person", personNo)
                    .params(entry.values())
                    .param("staff", change.staff())
                    .param("today", change.on())
                    .update();
        }
        return faults;
    }

    List<String> correct(Seen seen, Entry entry, Change change) {
        List<String> faults = faults(seen.personNo(), seen.no(), entry, change);
        if (faults.isEmpty()) {
            versions.keep("representative", "representative_no", seen, change);
            db.sql(
                            """
                            update people.representative set role = :role, name = :name, name_kana = :kana, relation = :relation,
                                postal_code = :postal, address = :address, phone = :phone, own_no = :own,
                                evidence = :evidence, received_on = :received, valid_from = :from, valid_to = :to,
                                entered_by = :staff, entered_on = :today, version = version + 1
                            where representative_no = :no
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
        versions.end("representative", "representative_no", seen, on, change);
    }

    /** The number of the one who was entered last. */
    long newest(long personNo) {
        return db.sql(
                        "select max(representative_no) from people.representative where person_no = ?")
                .param(personNo)
                .query(Long.class)
                .single();
    }

    /** Why an entry can't be taken; {@code itself} is the row that it corrects, or 0. */
    List<String> faults(long personNo, long itself, Entry entry, Change change) {
        List<String> faults = new ArrayList<>(entry.faults(versions.hold(personNo), change.on()));
        db.sql(
                        """
                        select (select exists (select from people.representative r
                                    where r.person_no = :person and r.role = :role and r.representative_no <> :itself
                                      and r.valid_to is distinct from r.valid_from
                                      and daterange(r.valid_from, r.valid_to) && daterange(:from, cast(:to as date)))) as doubled,
                               cast(:own as bigint) is not null and (:own = :person or not exists (
                                   select from people.person p where p.person_no = :own)) as unknown
                        """)
                .param("person", personNo)
                .param("itself", itself)
                .params(entry.values())
                .query((row, _) -> {
                    if (row.getBoolean("doubled")) {
                        faults.add(
                                "同じ役割（%s）の人と期間が重なります。先にそれを終了してください。"
                                        .formatted(entry.role().label()));
                    }
                    if (row.getBoolean("unknown")) {
                        faults.add("代理人の宛名番号が登録されていないか、本人の番号です。");
                    }
                    return faults;
                })
                .single();
        return faults;
    }
}
