package org.machi.city.people;

import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/** Takes residents and non-residents over into 宛名. */
@Component
class PeopleIntake {

    /** The first full list is taken; every later one is held against what the city knows (J07). */
    void register(IncomingFile file) {
        notIssuedHere(file, "true");
        if (RegisterComparison.applies(file.db(), file.businessDate())) {
            RegisterComparison.compare(file);
        } else {
            take(file, IncomingFile.TABLE);
        }
    }

    /**
     * A change of somebody who was never told of is set aside: only 転入, 出生 and 職権記載 bring new
     * people.
     */
    void changes(IncomingFile file) {
        notIssuedHere(file, "true");
        file.setAside(
                "宛名番号",
                "person_no",
                "台帳にない人の異動です（転入・出生・職権記載以外）",
                """
                i.event not in ('00', '01', '02', '06')
                and not exists (select from people.person p where p.person_no = i.person_no)
                and not exists (select from incoming o where o.person_no = i.person_no and o.line < i.line
                                and o.event in ('00', '01', '02', '06'))
                """);
        take(file, IncomingFile.TABLE);
    }

    void nonResidents(IncomingFile file) {
        Merges.setAside(file);
        notIssuedHere(file, "i.change = '1'");
        file.count(
                "人", NonResidentStates.take(file.db(), "incoming", file.businessDate(), file.id()));
        Merges.take(file);
    }

    private static void take(IncomingFile file, String states) {
        int people = new ResidentStates(file.db()).take(states, file.businessDate(), file.id());
        file.count("人", people);
    }

    /** A number that this city gave to somebody from outside never comes back as a new person. */
    private static void notIssuedHere(IncomingFile file, String condition) {
        file.setAside(
                "宛名番号",
                "person_no",
                "当市が住登外者に付けた宛名番号です",
                "%s and exists (select from people.issued_number n where n.person_no = i.person_no)"
                        .formatted(condition));
    }
}
