package org.machi.city.koki.desk;

import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 後期高齢者医療 brings to the console: its duties and its lines in the navigation. */
@Configuration(proxyBeanMethods = false)
class KokiDesk {

    /** 資格・保険料の照会. */
    static final String LOOK = "koki.look";

    /** 通知書の照会: letters as they were printed. */
    static final String LETTERS = "koki.letters";

    /** 確認リスト: work lists of the office. */
    static final String WORK = "koki.work";

    @Bean
    DutyList kokiDuties() {
        return DutyList.of(
                new Duty(LOOK, "資格・保険料の照会"),
                new Duty(LETTERS, "通知書の照会"),
                new Duty(WORK, "後期高齢者医療の確認リスト"));
    }

    @Bean
    NavigationEntry kokiWorkEntry() {
        return new NavigationEntry(20, "後期高齢者医療", "確認リスト", "/koki/work", WORK);
    }

    @Bean
    NavigationEntry kokiChangesEntry() {
        return new NavigationEntry(26, "後期高齢者医療", "賦課更正の一覧", "/koki/changes", WORK);
    }
}
