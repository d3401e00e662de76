package org.machi.city.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Component;

/** 個人番号 on the person page: only the question for the reason; the number stands on its own page. */
@Component
class MyNumberSection implements PersonSection {

    @Override
    public int order() {
        return 95;
    }

    @Override
    public String code() {
        return "my-number";
    }

    @Override
    public String title() {
        return "個人番号";
    }

    @Override
    public String duty() {
        return PeopleDesk.MY_NUMBER;
    }

    @Override
    public String fragment() {
        return "city/people/number-ask :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        return personNo;
    }
}
