package org.machi.city.levy;

import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the collection office brings to the console: its duties and its lines in the navigation. */
@Configuration(proxyBeanMethods = false)
class LevyDesk {

    /** 収納状況の照会: a person's account. */
    static final String LOOK = "levy.look";

    /** 収納の管理: work lists and closings. */
    static final String KEEP = "levy.keep";

    @Bean
    DutyList levyDuties() {
        return DutyList.of(new Duty(LOOK, "収納状況の照会"), new Duty(KEEP, "収納の管理"));
    }

    @Bean
    NavigationEntry levyExceptionsEntry() {
        return new NavigationEntry(40, "収納", "消込の例外", "/levy/exceptions", KEEP);
    }

    @Bean
    NavigationEntry levyClosingEntry() {
        return new NavigationEntry(41, "収納", "日計・月計", "/levy/closing", KEEP);
    }
}
