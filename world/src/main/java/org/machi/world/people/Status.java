package org.machi.world.people;

/** Where a person stands towards the two cities. */
public enum Status {
    /** Has a resident record in one of the cities. */
    RESIDENT,
    /** 住登外者: lives elsewhere but is known to a city, such as people in a home outside. */
    NON_RESIDENT,
    MOVED_OUT,
    DEAD
}
