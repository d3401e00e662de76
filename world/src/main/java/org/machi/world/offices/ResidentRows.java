package org.machi.world.offices;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.layout.ResidentFile;
import org.machi.world.events.EventKind;
import org.machi.world.events.ResidentEvent;
import org.machi.world.people.Address;
import org.machi.world.people.Addresses;
import org.machi.world.people.Dice;
import org.machi.world.people.NameForms;
import org.machi.world.people.Numbers;
import org.machi.world.people.Place;
import org.machi.world.people.Population;
import org.machi.world.people.Relation;
import org.machi.world.people.Status;
import org.machi.world.people.Topic;

/** Rows of the resident register: a person as he or she stands after an event. */
final class ResidentRows {
    /** 続柄コード of 住民記録; compounds are written one after the other (子の妻 = 20 12). */
    private static final Map<Relation, String> RELATIONS =
            Map.ofEntries(
                    Map.entry(Relation.HEAD, "02"),
                    Map.entry(Relation.HUSBAND, "11"),
                    Map.entry(Relation.WIFE, "12"),
                    Map.entry(Relation.CHILD, "20"),
                    Map.entry(Relation.FATHER, "51"),
                    Map.entry(Relation.MOTHER, "52"),
                    Map.entry(Relation.CHILDS_WIFE, "2012"),
                    Map.entry(Relation.GRANDCHILD, "2020"),
                    Map.entry(Relation.HUSBANDS_FATHER, "1151"),
                    Map.entry(Relation.HUSBANDS_MOTHER, "1152"),
                    Map.entry(Relation.RELATIVE, "92"));

    /** 在留資格コード, as this register numbers them. */
    private static final Map<String, String> STAYS =
            Map.ofEntries(
                    Map.entry("特別永住者", "01"),
                    Map.entry("永住者", "02"),
                    Map.entry("日本人の配偶者等", "03"),
                    Map.entry("定住者", "04"),
                    Map.entry("技術・人文知識・国際業務", "11"),
                    Map.entry("技能実習", "12"),
                    Map.entry("特定技能", "13"),
                    Map.entry("家族滞在", "14"));

    private final Population people;
    private final Place place;

    ResidentRows(Population people) {
        this.people = people;
        this.place = people.place();
    }

    /** The row of the full list on 1 April. */
    Row initial(int p, LocalDate madeOn) {
        LocalDate since = LocalDate.ofEpochDay(people.residentSince(p));
        Row.Builder row = person(p, people.city(p), Addresses.of(people, p), people.household(p));
        row.set(ResidentFile.EVENT_SEQ, 1L)
                .set(ResidentFile.EVENT, "00")
                .set(ResidentFile.EVENT_ON, since)
                .set(ResidentFile.PROCESSED_ON, madeOn)
                .set(ResidentFile.CANCELLED, "0")
                .set(ResidentFile.RESIDENT_STATE, "1");
        return row.build();
    }

    /** The row of one event. */
    Row event(ResidentEvent e) {
        int p = e.person();
        ResidentEvent.Before left = e.kind() == EventKind.MOVED_OUT ? e.before() : null;
        Address address = left == null ? Addresses.of(people, p) : left.address();
        int home = left == null ? people.household(p) : left.household();
        boolean gone =
                (e.kind() == EventKind.MOVED_OUT || e.kind() == EventKind.DIED) && !e.cancelled();
        Row.Builder row = person(p, e.city(), address, gone ? -1 - home : home);
        row.set(ResidentFile.EVENT_SEQ, (long) e.number())
                .set(ResidentFile.EVENT, e.kind().code())
                .set(ResidentFile.EVENT_ON, e.occurredOn())
                .set(ResidentFile.REPORTED_ON, e.reportedOn())
                .set(ResidentFile.PROCESSED_ON, e.processedOn())
                .set(ResidentFile.CANCELLED, e.cancelled() ? "1" : "0")
                .set(ResidentFile.RESIDENT_STATE, gone ? "2" : "1");
        if (gone) {
            row.set(ResidentFile.REMOVED_ON, e.occurredOn());
        }
        if (!e.cancelled()) {
            details(row, e);
        }
        return row.build();
    }

    private void details(Row.Builder row, ResidentEvent e) {
        ResidentEvent.Before before = e.before();
        switch (e.kind()) {
            case MOVED_IN -> {
                Address from =
                        before == null ? Addresses.outside(people, e.person()) : before.address();
                row.set(ResidentFile.MOVED_IN_ON, e.occurredOn())
                        .set(ResidentFile.FROM_CODE, code(e.otherCity(), from))
                        .set(ResidentFile.FROM_ADDRESS, from.oneLine())
                        .set(ResidentFile.ADDRESS_SINCE, e.occurredOn());
            }
            case MOVED_OUT -> {
                Address to =
                        before == null
                                ? Addresses.outside(people, e.person())
                                : Addresses.of(people, e.person());
                row.set(ResidentFile.MOVED_OUT_ON, e.occurredOn())
                        .set(ResidentFile.TO_CODE, code(e.otherCity(), to))
                        .set(ResidentFile.TO_ADDRESS, to.oneLine());
            }
            case DIED -> row.set(ResidentFile.DIED_ON, e.occurredOn().toString());
            case MOVED_INSIDE -> row.set(ResidentFile.ADDRESS_SINCE, e.occurredOn());
            case PROTECTION ->
                    row.set(ResidentFile.PROTECTED_FROM, e.occurredOn())
                            .set(ResidentFile.PROTECTED_UNTIL, e.occurredOn().plusYears(1));
            case BORN, HOUSEHOLD_CHANGED, RENAMED, STAY_CHANGED, HEAD_CHANGED, RELATION_CHANGED -> {
                // Nothing beyond the person as he or she stands now.
            }
        }
    }

    /** 地方公共団体コード of the other side; a place outside the union has number 291 too. */
    private String code(int city, Address outside) {
        return city >= 0 ? place.cityCode(city) : place.outsideCode(outside);
    }

    /**
     * @param household index of the household, or -1 - index for someone who has left it
     */
    private Row.Builder person(int p, int city, Address address, int household) {
        int home = household < 0 ? -1 - household : household;
        Row.Builder row =
                ResidentFile.LAYOUT
                        .row()
                        .set(ResidentFile.PERSON_NO, Numbers.personNo(city, p))
                        .set(ResidentFile.HOUSEHOLD_NO, Numbers.householdNo(city, home))
                        .set(ResidentFile.RESIDENT_KIND, people.foreigner(p) ? "2" : "1")
                        .set(ResidentFile.BIRTH_ON, birth(people, p))
                        .set(ResidentFile.SEX, Integer.toString(people.sex(p)))
                        .set(ResidentFile.MUNICIPALITY_CODE, place.cityCode(city))
                        .set(
                                ResidentFile.RESIDENT_SINCE,
                                LocalDate.ofEpochDay(people.residentSince(p)))
                        .set(ResidentFile.MY_NUMBER, Numbers.myNumber(people.seed(), p));
        names(row, p);
        address(row, address);
        head(row, p, city, household);
        stay(row, p);
        traits(row, p);
        return row;
    }

    private void names(Row.Builder row, int p) {
        NameForms names = people.names(p);
        int cut = names.name().indexOf('　');
        row.set(ResidentFile.NAME, names.name())
                .set(ResidentFile.SURNAME, cut < 0 ? null : names.name().substring(0, cut))
                .set(ResidentFile.GIVEN_NAME, cut < 0 ? null : names.name().substring(cut + 1))
                .set(ResidentFile.NAME_KANA, names.kana())
                .set(ResidentFile.ALIAS, given(names.alias()))
                .set(ResidentFile.ALIAS_KANA, given(names.aliasKana()))
                .set(ResidentFile.NAME_LATIN, given(names.latin()))
                .set(ResidentFile.NAME_COMBINED, given(names.besideName()))
                .set(ResidentFile.NAME_USE, use(names));
    }

    private static String use(NameForms names) {
        if (!names.alias().isEmpty()) {
            return "2";
        }
        return names.latin().isEmpty() ? "1" : names.besideName().isEmpty() ? "4" : "3";
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void address(Row.Builder row, Address a) {
        row.set(ResidentFile.POSTAL_CODE, a.postalCode())
                .set(ResidentFile.TOWN_CODE, a.townCode().isEmpty() ? null : a.townCode() + "000")
                .set(ResidentFile.PREFECTURE, a.prefecture())
                .set(ResidentFile.CITY, a.city())
                .set(ResidentFile.TOWN, a.town())
                .set(ResidentFile.LOT, a.lot())
                .set(ResidentFile.BUILDING, given(a.building()));
    }

    private void head(Row.Builder row, int p, int city, int household) {
        if (household < 0) {
            return;
        }
        int head = people.head(household);
        if (head == Population.NONE) {
            return;
        }
        Relation relation = people.relationOf(p);
        row.set(ResidentFile.RELATION, RELATIONS.get(relation))
                .set(ResidentFile.RELATION_NAME, relation.word())
                .set(ResidentFile.HEAD_NO, Numbers.personNo(city, head))
                .set(ResidentFile.HEAD_NAME, people.names(head).name());
    }

    private void stay(Row.Builder row, int p) {
        if (!people.foreigner(p)) {
            return;
        }
        String status = people.residenceStatus(p);
        row.set(ResidentFile.NATIONALITY, people.nationality(p))
                .set(ResidentFile.STAY_STATUS, STAYS.get(status));
        if (!status.endsWith("永住者")) {
            Dice dice = Dice.of(people.seed(), Topic.FOREIGN, p);
            LocalDate from = people.base().minusDays(dice.between(30, 900));
            row.set(ResidentFile.STAY_FROM, from)
                    .set(ResidentFile.STAY_UNTIL, from.plusYears(5))
                    .set(ResidentFile.STAY_PERIOD, "60");
        }
    }

    private void traits(Row.Builder row, int p) {
        boolean exception =
                people.traits().addressException(p) && people.status(p) == Status.RESIDENT;
        row.set(ResidentFile.ADDRESS_EXCEPTION, exception ? "2" : "0")
                .set(ResidentFile.PROTECTION, people.traits().protectedPerson(p) ? "1" : "0");
        if (exception) {
            row.set(ResidentFile.EXCEPTION_FROM, LocalDate.ofEpochDay(people.residentSince(p)))
                    .set(ResidentFile.FACILITY, Addresses.of(people, p).building());
        }
        if (people.traits().protectedPerson(p)) {
            row.set(ResidentFile.PROTECTED_FROM, people.base().minusMonths(6))
                    .set(ResidentFile.PROTECTED_UNTIL, people.base().plusMonths(6).minusDays(1));
        }
    }

    /** 生年月日; the day is 00 for those whose day is unknown. */
    static String birth(Population people, int p) {
        String day = people.birth(p).toString();
        return people.traits().birthDayUnknown(p) ? day.substring(0, 8) + "00" : day;
    }
}
