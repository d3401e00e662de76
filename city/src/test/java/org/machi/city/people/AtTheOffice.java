package org.machi.city.people;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.machi.city.CityScene;

/** Tests at a console of 宛名, each in an office of its own. */
abstract class AtTheOffice {

    PeopleOffice office;
    CityScene city;

    @BeforeEach
    final void openOffice() {
        office = new PeopleOffice();
        city = office.city();
    }

    @AfterEach
    final void closeOffice() {
        office.close();
    }
}
