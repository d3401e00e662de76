package org.machi.city.people;

import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 宛名 brings to the console: its duties and the search of people. */
@Configuration(proxyBeanMethods = false)
class PeopleDesk {

    /** 個人の照会: search and the person page. */
    static final String LOOK = "people.look";

    /** 支援措置対象者の照会: without it a protected person's page stays shut. */
    static final String PROTECTED = "people.protected";

    @Bean
    DutyList peopleDuties() {
        return DutyList.of(new Duty(LOOK, "個人の照会"), new Duty(PROTECTED, "支援措置対象者の照会"));
    }

    @Bean
    NavigationEntry peopleEntry() {
        return new NavigationEntry(10, "窓口", "個人検索", "/people", LOOK);
    }
}
