package org.machi.city.people.addressee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.machi.city.people.addressee.Versions.Seen;
import org.springframework.stereotype.Component;

/** The three lists behind one page: what a form asks for, and its deeds. */
@Component
class Addressees {

    private final MailingAddresses mail;
    private final Contacts contacts;
    private final Representatives representatives;

    Addressees(MailingAddresses mail, Contacts contacts, Representatives representatives) {
        this.mail = mail;
        this.contacts = contacts;
        this.representatives = representatives;
    }

    /** Everything of one person, for the person page and beside the forms. */
    public record All(
            long personNo,
            LocalDate today,
            List<MailingAddresses.Line> mail,
            List<Contacts.Line> contacts,
            List<Representatives.Line> representatives) {}

    All of(long personNo, LocalDate today) {
        return new All(
                personNo,
                today,
                mail.of(personNo),
                contacts.of(personNo),
                representatives.of(personNo));
    }

    /**
     * Enters or corrects.
     *
     * @param seen the row that is corrected; its number is 0 for a new one
     * @return why not; empty when it is done
     */
    List<String> save(AddresseeList list, Seen seen, Fields fields, Change change) {
        boolean fresh = seen.no() == 0;
        long person = seen.personNo();
        LocalDate today = change.on();
        return switch (list) {
            case MAIL -> {
                MailingAddresses.Entry entry = MailingAddresses.Entry.read(fields, today);
                yield unread(fields)
                        ? fields.faults()
                        : fresh
                                ? mail.enter(person, entry, change)
                                : mail.correct(seen, entry, change);
            }
            case CONTACTS -> {
                Contacts.Entry entry = Contacts.Entry.read(fields, today);
                yield unread(fields)
                        ? fields.faults()
                        : fresh
                                ? contacts.enter(person, entry, change)
                                : contacts.correct(seen, entry, change);
            }
            case REPRESENTATIVES -> {
                Representatives.Entry entry = Representatives.Entry.read(fields, today);
                yield unread(fields)
                        ? fields.faults()
                        : fresh
                                ? appoint(person, entry, fields, change)
                                : correct(seen, entry, change);
            }
        };
    }

    private static boolean unread(Fields fields) {
        return !fields.faults().isEmpty();
    }

    /** A representative who is to get the letters too becomes the addressee in the same deed. */
    private List<String> appoint(
            long person, Representatives.Entry entry, Fields fields, Change change) {
        List<String> faults = new ArrayList<>(representatives.faults(person, 0, entry, change));
        if (fields.text("mailWork").isEmpty()) {
            return faults.isEmpty() ? representatives.enter(person, entry, change) : faults;
        }
        Work work = fields.choice("mailWork", Work.class, "送付する業務", Work.KOKI);
        faults.addAll(fields.faults());
        faults.addAll(mail.faults(person, 0, entry.asMail(work)));
        if (faults.isEmpty()) {
            representatives.enter(person, entry, change);
            mail.enter(person, entry.asMail(work), change);
            mail.madeWith(person, representatives.newest(person));
        }
        return faults;
    }

    /** A correction that gives the office an end gives it to the letters too. */
    private List<String> correct(Seen seen, Representatives.Entry entry, Change change) {
        List<String> faults = representatives.correct(seen, entry, change);
        LocalDate last = entry.period().to();
        if (faults.isEmpty() && last != null) {
            mail.endWith(seen.personNo(), seen.no(), last, change);
        }
        return faults;
    }

    void end(AddresseeList list, Seen seen, LocalDate on, Change change) {
        switch (list) {
            case MAIL -> mail.end(seen, on, change);
            case CONTACTS -> contacts.end(seen, on, change);
            case REPRESENTATIVES -> {
                representatives.end(seen, on, change);
                mail.endWith(seen.personNo(), seen.no(), on, change);
            }
        }
    }

    /** A row as the form's fields, for its correction; empty when there is no such row. */
    Map<String, String> fields(AddresseeList list, long personNo, long no) {
        Map<String, String> fields = new HashMap<>();
        switch (list) {
            case MAIL ->
                    mail.of(personNo).stream()
                            .filter(one -> one.no() == no)
                            .forEach(one -> fill(fields, one));
            case CONTACTS ->
                    contacts.of(personNo).stream()
                            .filter(one -> one.no() == no)
                            .forEach(one -> fill(fields, one));
            case REPRESENTATIVES ->
                    representatives.of(personNo).stream()
                            .filter(one -> one.no() == no)
                            .forEach(one -> fill(fields, one));
        }
        return fields;
    }

    private static void fill(Map<String, String> fields, MailingAddresses.Line one) {
        begin(fields, one.no(), one.version(), one.period());
        fields.put("work", one.work().name());
        fields.put("kind", one.kind().name());
        fields.put("name", one.name());
        fields.put("postalCode", one.postalCode());
        fields.put("address", one.address());
        fields.put("reason", one.reason());
        fields.put("evidence", one.evidence());
    }

    private static void fill(Map<String, String> fields, Contacts.Line one) {
        begin(fields, one.no(), one.version(), one.period());
        fields.put("phone", one.phone());
        fields.put("whose", one.whose());
        fields.put("note", one.note());
    }

    private static void fill(Map<String, String> fields, Representatives.Line one) {
        begin(fields, one.no(), one.version(), one.period());
        fields.put("role", one.role().name());
        fields.put("name", one.name());
        fields.put("kana", one.kana());
        fields.put("relation", one.relation());
        fields.put("postalCode", one.postalCode());
        fields.put("address", one.address());
        fields.put("phone", one.phone());
        fields.put("ownNo", one.ownNo());
        fields.put("evidence", one.evidence());
        fields.put("receivedOn", one.receivedOn().toString());
    }

    private static void begin(Map<String, String> fields, long no, int version, Period period) {
        fields.put("no", Long.toString(no));
        fields.put("version", Integer.toString(version));
        fields.put("from", period.from().toString());
        LocalDate to = period.to();
        fields.put("to", to == null ? "" : to.toString());
    }
}
