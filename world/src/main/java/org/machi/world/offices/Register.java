package org.machi.world.offices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatWriter;
import org.machi.formats.layout.NonResidentFile;
import org.machi.world.Stage;
import org.machi.world.events.ResidentEvent;
import org.machi.world.people.Address;
import org.machi.world.people.Addresses;
import org.machi.world.people.NameForms;
import org.machi.world.people.Numbers;
import org.machi.world.people.Population;
import org.machi.world.people.Status;
import org.machi.world.post.Post;
import org.machi.world.post.Sending;
import org.machi.world.post.SentFile;

/** 住民記録担当: the full list once, then each business day's events (JUKI_ALL, JUKI_DIFF, NONRES). */
public final class Register {
    private final Stage stage;
    private final Post post;
    private final ResidentRows rows;
    private final List<List<Row>> today = List.of(new ArrayList<>(), new ArrayList<>());

    public Register(Stage stage) {
        this.stage = stage;
        this.post = new Post(stage.data(), "JUKI", stage.progress());
        this.rows = new ResidentRows(stage.people());
    }

    /** Sends everyone as of 1 April. */
    public List<SentFile> sendAll(LocalDate day) {
        return post.sentOn(day).orElseGet(() -> writeAll(day));
    }

    private List<SentFile> writeAll(LocalDate day) {
        Sending sending = post.sendingOn(day);
        for (int city = 0; city < stage.place().cities(); city++) {
            writeAll(sending, city, day);
        }
        return sending.complete();
    }

    /** Sends everyone of one city. */
    public List<SentFile> sendAllTo(int city, LocalDate day) {
        Sending sending = post.sendingOn(day);
        writeAll(sending, city, day);
        return sending.complete();
    }

    private void writeAll(Sending sending, int city, LocalDate day) {
        Population people = stage.people();
        String to = stage.place().cityCode(city);
        sending.send(
                FileKind.JUKI_ALL,
                to,
                null,
                null,
                (FormatWriter file) -> {
                    for (int p = 0; p < people.size(); p++) {
                        if (people.resident(p) && people.city(p) == city) {
                            file.write(rows.initial(p, day));
                        }
                    }
                });
        sending.send(FileKind.NONRES, to, nonResidents(city, day));
    }

    private List<Row> nonResidents(int city, LocalDate day) {
        Population people = stage.people();
        List<Row> found = new ArrayList<>();
        for (int p = 0; p < people.size(); p++) {
            if (people.status(p) == Status.NON_RESIDENT && people.city(p) == city) {
                found.add(nonResident(p, city, day));
            }
        }
        return found;
    }

    private Row nonResident(int p, int city, LocalDate day) {
        Population people = stage.people();
        NameForms names = people.names(p);
        Address a = Addresses.of(people, p);
        boolean exception = people.traits().addressException(p);
        Row.Builder row =
                NonResidentFile.LAYOUT
                        .row()
                        .set(NonResidentFile.PERSON_NO, Numbers.personNo(city, p))
                        .set(
                                NonResidentFile.HOUSEHOLD_NO,
                                Numbers.householdNo(city, people.household(p)))
                        .set(NonResidentFile.CHANGE, "1")
                        .set(NonResidentFile.CHANGED_ON, day)
                        .set(NonResidentFile.REASON, exception ? "01" : p % 2 == 0 ? "03" : "05")
                        .set(NonResidentFile.PERSON_KIND, "1")
                        .set(NonResidentFile.NAME, names.name())
                        .set(NonResidentFile.NAME_KANA, names.kana())
                        .set(NonResidentFile.BIRTH_ON, ResidentRows.birth(people, p))
                        .set(NonResidentFile.SEX, Integer.toString(people.sex(p)))
                        .set(NonResidentFile.RELATION_NAME, "世帯主")
                        .set(NonResidentFile.HEAD_NO, Numbers.personNo(city, p))
                        .set(NonResidentFile.MUNICIPALITY_CODE, stage.place().outsideCode(a))
                        .set(NonResidentFile.POSTAL_CODE, a.postalCode())
                        .set(NonResidentFile.PREFECTURE, a.prefecture())
                        .set(NonResidentFile.CITY, a.city())
                        .set(NonResidentFile.TOWN, a.town())
                        .set(NonResidentFile.LOT, a.lot())
                        .set(NonResidentFile.ADDRESS_EXCEPTION, exception ? "1" : "0");
        if (exception) {
            row.set(NonResidentFile.BUILDING, a.building())
                    .set(NonResidentFile.FACILITY, a.building())
                    .set(NonResidentFile.EXCEPTION_FROM, day.minusYears(2));
        }
        return row.build();
    }

    /** Begins a new day's list. */
    public void newDay() {
        today.forEach(List::clear);
    }

    /** Writes down an event as the person stands at this moment. */
    public void hear(ResidentEvent event) {
        today.get(event.city()).add(rows.event(event));
    }

    /** Sends the day's events, a file for each city that has some. */
    public List<SentFile> sendDay(LocalDate day) {
        return post.sentOn(day)
                .orElseGet(() -> {
                    Sending sending = post.sendingOn(day);
                    for (int city = 0; city < today.size(); city++) {
                        String to = stage.place().cityCode(city);
                        sending.send(FileKind.JUKI_DIFF, to, today.get(city));
                    }
                    return sending.complete();
                });
    }
}
