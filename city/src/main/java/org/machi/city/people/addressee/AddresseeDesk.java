package org.machi.city.people.addressee;

import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 送付先・連絡先・代理人 bring to the console. */
@Configuration(proxyBeanMethods = false)
class AddresseeDesk {

    /** 送付先・連絡先・代理人の入力. */
    static final String ENTER = "people.addressees";

    @Bean
    DutyList addresseeDuties() {
        return DutyList.of(new Duty(ENTER, "送付先・連絡先・代理人の入力"));
    }
}
