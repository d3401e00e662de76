package org.machi.world.people;

/** Where people live, derived from their household's key. */
public final class Addresses {
    private Addresses() {}

    public static Address of(Population people, int p) {
        Place place = people.place();
        boolean exception = people.traits().addressException(p);
        if (people.status(p) == Status.NON_RESIDENT) {
            return Towns.outside(place.seed(), place.prefecture(), p, exception);
        }
        int home = people.household(p);
        int city = exception ? people.city(p) : people.householdCity(home);
        String name = place.cityName(city);
        if (exception) {
            return Towns.facilityInCity(place.seed(), place.prefecture(), name, city, p % 6);
        }
        int key = people.addressKey(home);
        return Towns.inCity(place.seed(), place.prefecture(), name, city, key);
    }

    /** An address outside the union, where a mover came from or goes to. */
    public static Address outside(Population people, int p) {
        Place place = people.place();
        long key = ((long) people.household(p) << 8) + people.moves(p);
        return Towns.outside(place.seed(), place.prefecture(), key, false);
    }
}
