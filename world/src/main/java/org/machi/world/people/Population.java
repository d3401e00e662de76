package org.machi.world.people;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Everyone whom the two cities know, as arrays; a person and a household are indexes.
 *
 * <p>Life: made by {@link PopulationMaker} as of 1 April, then changed by the events of each
 * business day. Numbers once given to a person never change.
 */
public final class Population {
    /** No person or household. */
    public static final int NONE = -1;

    private static final Status[] STATUSES = Status.values();
    private static final Relation[] RELATIONS = Relation.values();

    private final Place place;
    private final LocalDate base;
    private int size;
    private int households;

    private int[] birth;
    private byte[] sex;
    private final Traits traits = new Traits();
    private short[] surname;
    private short[] given;
    private byte[] relation;
    private byte[] status;
    private byte[] city;
    private byte[] moves;
    private int[] household;
    private int[] next;
    private int[] since;
    private short[] events;
    private byte[] taxedBy;

    private int[] first;
    private int[] head;
    private int[] addressKey;
    private byte[] householdCity;

    public Population(Place place, LocalDate base, int expected) {
        this.place = place;
        this.base = base;
        int people = expected + expected / 8 + 100;
        birth = new int[people];
        sex = new byte[people];
        traits.grow(people);
        surname = new short[people];
        given = new short[people];
        relation = new byte[people];
        status = new byte[people];
        city = new byte[people];
        moves = new byte[people];
        household = new int[people];
        next = new int[people];
        since = new int[people];
        events = new short[people];
        taxedBy = new byte[people];
        first = new int[people / 2];
        head = new int[people / 2];
        addressKey = new int[people / 2];
        householdCity = new byte[people / 2];
    }

    public Place place() {
        return place;
    }

    public long seed() {
        return place.seed();
    }

    /** 1 April on which the world begins. */
    public LocalDate base() {
        return base;
    }

    public int size() {
        return size;
    }

    public int households() {
        return households;
    }

    /** A new empty household at a new address. */
    public int addHousehold(int inCity) {
        if (households == first.length) {
            int grown = households * 3 / 2;
            first = Arrays.copyOf(first, grown);
            head = Arrays.copyOf(head, grown);
            addressKey = Arrays.copyOf(addressKey, grown);
            householdCity = Arrays.copyOf(householdCity, grown);
        }
        int h = households++;
        first[h] = NONE;
        head[h] = NONE;
        addressKey[h] = h * 16;
        householdCity[h] = (byte) inCity;
        return h;
    }

    /**
     * A new person in a household; the first member becomes its head.
     *
     * @param bornOn epoch day of birth
     * @param sex 1 man, 2 woman
     * @param names index of surname and of given name; a foreigner has surname -1 - index
     */
    public int addPerson(int home, int bornOn, int sex, int[] names, Relation toHead) {
        if (size == birth.length) {
            growPeople(size * 5 / 4 + 16);
        }
        int p = size++;
        birth[p] = bornOn;
        this.sex[p] = (byte) sex;
        traits.clear(p);
        surname[p] = (short) names[0];
        given[p] = (short) names[1];
        status[p] = (byte) Status.RESIDENT.ordinal();
        relation[p] = (byte) toHead.ordinal();
        events[p] = 1;
        taxedBy[p] = NONE;
        enter(p, home);
        return p;
    }

    private void growPeople(int grown) {
        birth = Arrays.copyOf(birth, grown);
        sex = Arrays.copyOf(sex, grown);
        traits.grow(grown);
        surname = Arrays.copyOf(surname, grown);
        given = Arrays.copyOf(given, grown);
        relation = Arrays.copyOf(relation, grown);
        status = Arrays.copyOf(status, grown);
        city = Arrays.copyOf(city, grown);
        moves = Arrays.copyOf(moves, grown);
        household = Arrays.copyOf(household, grown);
        next = Arrays.copyOf(next, grown);
        since = Arrays.copyOf(since, grown);
        events = Arrays.copyOf(events, grown);
        taxedBy = Arrays.copyOf(taxedBy, grown);
    }

    /** Takes back the person who was added last. */
    void dropLast() {
        leave(size - 1);
        size--;
    }

    private void enter(int p, int home) {
        household[p] = home;
        city[p] = householdCity[home];
        next[p] = NONE;
        if (first[home] == NONE) {
            first[home] = p;
            head[home] = p;
            return;
        }
        int last = first[home];
        while (next[last] != NONE) {
            last = next[last];
        }
        next[last] = p;
    }

    private void leave(int p) {
        int home = household[p];
        if (first[home] == p) {
            first[home] = next[p];
        } else {
            int before = first[home];
            while (next[before] != p) {
                before = next[before];
            }
            next[before] = next[p];
        }
        next[p] = NONE;
        if (head[home] == p) {
            head[home] = NONE;
        }
    }

    /** A new empty household at the address of another one (世帯分離). */
    public int addHouseholdAt(int home) {
        int h = addHousehold(householdCity[home]);
        addressKey[h] = addressKey[home];
        return h;
    }

    /** Moves a person into another household, in whatever city that household is. */
    public void joinHousehold(int p, int home, Relation toHead) {
        leave(p);
        relation[p] = (byte) toHead.ordinal();
        if (first[home] == NONE) {
            relation[p] = (byte) Relation.HEAD.ordinal();
        }
        enter(p, home);
    }

    /** Takes the person off the resident record; the household keeps no empty head. */
    public void end(int p, Status ended) {
        leave(p);
        status[p] = (byte) ended.ordinal();
        Heads.replace(this, household[p], relationOf(p));
    }

    /** Puts a person back as if the ending had never been (a cancelled event). */
    public void revive(int p) {
        status[p] = (byte) Status.RESIDENT.ordinal();
        int home = household[p];
        Relation toHead = first[home] == NONE ? Relation.HEAD : Relation.RELATIVE;
        relation[p] = (byte) toHead.ordinal();
        enter(p, home);
    }

    /** The household gets another address, in the same or the other city. */
    public void moveHousehold(int home, int toCity) {
        addressKey[home]++;
        householdCity[home] = (byte) toCity;
        for (int p = first[home]; p != NONE; p = next[p]) {
            city[p] = (byte) toCity;
            moves[p]++;
        }
    }

    public void setNonResident(int p, boolean addressException) {
        leave(p);
        status[p] = (byte) Status.NON_RESIDENT.ordinal();
        traits.setAddressException(p, addressException);
    }

    public LocalDate birth(int p) {
        return LocalDate.ofEpochDay(birth[p]);
    }

    /** What else is known of people: welfare, protection and the like. */
    public Traits traits() {
        return traits;
    }

    /** Age on a day; a year is complete on the birthday. */
    public int age(int p, LocalDate on) {
        LocalDate born = birth(p);
        int years = on.getYear() - born.getYear();
        boolean before =
                on.getMonthValue() * 100 + on.getDayOfMonth()
                        < born.getMonthValue() * 100 + born.getDayOfMonth();
        return before ? years - 1 : years;
    }

    /** Epoch day of birth, for those who look at many people. */
    public int birthDay(int p) {
        return birth[p];
    }

    /** 1 man, 2 woman. */
    public int sex(int p) {
        return sex[p];
    }

    public boolean foreigner(int p) {
        return surname[p] < 0;
    }

    public NameForms names(int p) {
        return foreigner(p) ? Names.foreign(-1 - surname[p]) : Names.japanese(surname[p], given[p]);
    }

    /** 国籍・地域 of a foreigner, else empty. */
    public String nationality(int p) {
        return foreigner(p) ? Names.nationality(-1 - surname[p]) : "";
    }

    /** 在留資格 of a foreigner, else empty. */
    public String residenceStatus(int p) {
        return foreigner(p) ? Names.residenceStatus(-1 - surname[p]) : "";
    }

    public int surnameIndex(int p) {
        return surname[p];
    }

    public void rename(int p, int surnameIndex) {
        surname[p] = (short) surnameIndex;
    }

    public int household(int p) {
        return household[p];
    }

    public Relation relationOf(int p) {
        return RELATIONS[relation[p]];
    }

    public Status status(int p) {
        return STATUSES[status[p]];
    }

    public boolean resident(int p) {
        return status[p] == Status.RESIDENT.ordinal();
    }

    /** 0 or 1: the city whose resident (or non-resident) the person is or was last. */
    public int city(int p) {
        return city[p];
    }

    public int head(int home) {
        return head[home];
    }

    public int householdCity(int home) {
        return householdCity[home];
    }

    public int firstMember(int home) {
        return first[home];
    }

    public int nextMember(int p) {
        return next[p];
    }

    public int members(int home) {
        int n = 0;
        for (int p = first[home]; p != NONE; p = next[p]) {
            n++;
        }
        return n;
    }

    /** What the address of a household follows from; it changes with each move. */
    int addressKey(int home) {
        return addressKey[home];
    }

    /** How often the person moved since the world began. */
    int moves(int p) {
        return moves[p];
    }

    void setRelation(int p, Relation toHead) {
        relation[p] = (byte) toHead.ordinal();
    }

    void setHead(int home, int p) {
        head[home] = p;
    }

    /** Epoch day since when the person lives in the city; 0 = long before the world began. */
    public int residentSince(int p) {
        return since[p];
    }

    public void setResidentSince(int p, LocalDate day) {
        since[p] = (int) day.toEpochDay();
    }

    /** Counts one more event on the resident record and returns its 異動履歴番号. */
    public int nextEvent(int p) {
        return ++events[p];
    }

    /** 異動履歴番号 of the last event. */
    public int lastEvent(int p) {
        return events[p];
    }

    /** The city where the person lived on 1 January and is taxed; {@link #NONE} for another. */
    public int taxedBy(int p) {
        return taxedBy[p];
    }

    void setTaxedBy(int p, int byCity) {
        taxedBy[p] = (byte) byCity;
    }
}
