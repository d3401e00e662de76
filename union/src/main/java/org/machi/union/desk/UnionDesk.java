package org.machi.union.desk;

import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.SearchPage;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Duties and navigation of the union's console. */
@Configuration(proxyBeanMethods = false)
class UnionDesk {

    static final String INSURED_LOOK = "insured.look";
    static final String RUNS_LOOK = "runs.look";
    static final String CHECKS_LOOK = "checks.look";

    /** 同一人の確認: decides whether two records are one person. */
    static final String JOIN = "register.join";

    /** 賦課の保留: works off who could not be decided. */
    static final String HELD = "assessment.held";

    @Bean
    DutyList unionDuties() {
        return DutyList.of(
                new Duty(INSURED_LOOK, "被保険者の照会"),
                new Duty(RUNS_LOOK, "賦課処理の照会"),
                new Duty(CHECKS_LOOK, "突合結果の照会"),
                new Duty(JOIN, "同一人の確認"),
                new Duty(HELD, "賦課の保留の処理"));
    }

    @Bean
    SearchPage unionSearch() {
        return new SearchPage("/insured", "氏名カナ・生年月日・被保険者番号", INSURED_LOOK);
    }

    @Bean
    NavigationEntry insuredEntry() {
        return new NavigationEntry(10, "資格・賦課", "被保険者", "/insured", INSURED_LOOK);
    }

    @Bean
    NavigationEntry runsEntry() {
        return new NavigationEntry(20, "資格・賦課", "賦課処理", "/runs", RUNS_LOOK);
    }

    @Bean
    NavigationEntry heldEntry() {
        return new NavigationEntry(21, "資格・賦課", "賦課の保留", "/held", HELD);
    }

    @Bean
    NavigationEntry doubtsEntry() {
        return new NavigationEntry(22, "資格・賦課", "同一人の確認", "/doubts", JOIN);
    }

    @Bean
    NavigationEntry checksEntry() {
        return new NavigationEntry(30, "市区町村", "突合の相違", "/checks", CHECKS_LOOK);
    }
}
