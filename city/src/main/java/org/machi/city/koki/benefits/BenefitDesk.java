package org.machi.city.koki.benefits;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What 給付の申請受付 brings to the console. */
@Configuration(proxyBeanMethods = false)
class BenefitDesk {

    /** 給付の申請の受付と照会. */
    static final String APPLY = "koki.benefits";

    /** 給付の申請の確認. */
    static final String CONFIRM = "koki.benefits.confirm";

    @Bean
    DutyList benefitDuties() {
        return DutyList.of(new Duty(APPLY, "給付の申請の受付と照会"), new Duty(CONFIRM, "給付の申請の確認"));
    }

    @Bean
    NavigationEntry benefitEntry() {
        return new NavigationEntry(24, "後期高齢者医療", "給付の申請", "/koki/benefits", APPLY);
    }

    @Bean
    HomeTile benefitConfirmTile(JdbcClient db) {
        return new CountedTile(
                18,
                CONFIRM,
                new Tile("給付の申請の確認", 0, "件", "入力した職員と別の職員が確認します", "/koki/benefits", Tile.Tone.WARN),
                _ ->
                        db.sql(
                                        "select count(*) from koki.benefit_application where state = 'ENTERED'")
                                .query(Long.class)
                                .single());
    }

    @Bean
    HomeTile benefitMissingTile(JdbcClient db) {
        return new CountedTile(
                19,
                APPLY,
                new Tile("給付の申請の不備", 0, "件", "添付書類が足りません", "/koki/benefits", Tile.Tone.WARN),
                _ ->
                        db.sql(
                                        "select count(*) from koki.benefit_application where state = 'INCOMPLETE'")
                                .query(Long.class)
                                .single());
    }
}
