package org.machi.union.benefits;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Duties, navigation and tiles of 給付. */
@Configuration(proxyBeanMethods = false)
class BenefitDesk {

    static final String LOOK = "benefits.look";
    static final String REVIEW = "benefits.review";
    static final String PAY = "benefits.pay";

    @Bean
    DutyList benefitDuties() {
        return DutyList.of(
                new Duty(LOOK, "給付の照会"), new Duty(REVIEW, "給付の審査"), new Duty(PAY, "給付の振込と返納の確認"));
    }

    @Bean
    NavigationEntry benefitsEntry() {
        return new NavigationEntry(40, "給付", "給付の状況", "/benefits", LOOK);
    }

    @Bean
    NavigationEntry reviewsEntry() {
        return new NavigationEntry(41, "給付", "給付の審査", "/benefits/reviews", REVIEW);
    }

    @Bean
    NavigationEntry paymentsEntry() {
        return new NavigationEntry(42, "給付", "振込", "/benefits/payments", PAY);
    }

    @Bean
    NavigationEntry differencesEntry() {
        return new NavigationEntry(43, "給付", "決定と振込の突合", "/benefits/checks", PAY);
    }

    @Bean
    NavigationEntry claimsEntry() {
        return new NavigationEntry(44, "給付", "第三者求償", "/benefits/claims", REVIEW);
    }

    @Bean
    HomeTile claimsTile(JdbcClient db) {
        return new CountedTile(
                132,
                REVIEW,
                new Tile("第三者求償", 0, "件", "まだ請求していないものです", "/benefits/claims", Tile.Tone.WARN),
                _ ->
                        db.sql("SELECT count(*) FROM benefits.claim WHERE state = 'OPEN'")
                                .query(Long.class)
                                .single());
    }

    @Bean
    HomeTile reviewsTile(JdbcClient db) {
        return new CountedTile(
                130,
                REVIEW,
                new Tile("給付の審査", 0, "件", "書類を見て決定するものです", "/benefits/reviews", Tile.Tone.WARN),
                _ ->
                        db.sql("SELECT count(*) FROM benefits.waiting WHERE by_clerk")
                                .query(Long.class)
                                .single());
    }

    @Bean
    HomeTile differencesTile(JdbcClient db) {
        return new CountedTile(
                131,
                PAY,
                new Tile("給付の突合", 0, "件", "決定と振込が違うものです", "/benefits/checks", Tile.Tone.WARN),
                _ ->
                        db.sql("SELECT count(*) FROM benefits.v_difference")
                                .query(Long.class)
                                .single());
    }
}
