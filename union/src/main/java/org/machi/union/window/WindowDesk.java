package org.machi.union.window;

import java.util.List;
import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Duties and navigation of 窓口端末. Those that begin with {@code window.} are for the cities' staff
 * and worth nothing without a registered terminal; the others are the union's own.
 */
@Configuration(proxyBeanMethods = false)
class WindowDesk {

    static final String LOOK = "window.look";
    static final String ISSUE = "window.issue";
    static final String SEND = "window.send";
    static final String USERS = "window.users";
    static final String CITY_REVIEW = "window.review";
    static final String TERMINALS = "terminals.windows";
    static final String IDS = "userids.decide";
    static final String REVIEW = "records.review";

    /** What an id of a city may be given, as 申請書 names it. */
    static final List<Duty> OF_CITIES =
            List.of(
                    new Duty(LOOK, "窓口端末の照会"),
                    new Duty(ISSUE, "窓口端末の即時交付"),
                    new Duty(SEND, "管理端末からの送信"),
                    new Duty(USERS, "ユーザーIDの申請"),
                    new Duty(CITY_REVIEW, "窓口端末の記録の点検（市区町村）"));

    private static final String GROUP = "窓口端末";

    @Bean
    DutyList windowDuties() {
        return new DutyList(OF_CITIES);
    }

    @Bean
    DutyList windowOffice() {
        return DutyList.of(
                new Duty(TERMINALS, "窓口端末の管理"),
                new Duty(IDS, "ユーザーIDの決定と台帳"),
                new Duty(REVIEW, "窓口端末の記録の点検"));
    }

    @Bean
    NavigationEntry windowEntry() {
        return new NavigationEntry(5, GROUP, "検索・即時交付", "/window", LOOK);
    }

    @Bean
    NavigationEntry newcomerEntry() {
        return new NavigationEntry(6, GROUP, "転入者の先行入力", "/window/newcomers", ISSUE);
    }

    @Bean
    NavigationEntry sendingEntry() {
        return new NavigationEntry(7, GROUP, "送信（管理端末）", "/window/sending", SEND);
    }

    @Bean
    NavigationEntry terminalsEntry() {
        return new NavigationEntry(31, "市区町村", "窓口端末", "/terminals", TERMINALS);
    }

    @Bean
    NavigationEntry usersEntry() {
        return new NavigationEntry(8, GROUP, "ユーザーID", "/window/users", USERS);
    }

    @Bean
    NavigationEntry cityReviewEntry() {
        return new NavigationEntry(9, GROUP, "記録の点検", "/window/reviews", CITY_REVIEW);
    }

    @Bean
    NavigationEntry idsEntry() {
        return new NavigationEntry(32, "市区町村", "ユーザーID", "/user-ids", IDS);
    }

    @Bean
    NavigationEntry reviewEntry() {
        return new NavigationEntry(33, "市区町村", "窓口端末の記録の点検", "/reviews", REVIEW);
    }

    @Bean
    HomeTile idRequestsTile(JdbcClient db) {
        return new CountedTile(
                130,
                IDS,
                new Tile("ユーザーIDの申請", 0, "件", "決定を待つ申請です", "/user-ids", Tile.Tone.WARN),
                _ ->
                        db.sql("SELECT count(*) FROM windows.id_request WHERE state = 'OPEN'")
                                .query(Long.class)
                                .single());
    }

    @Bean
    HomeTile logReviewsTile(LogReviews reviews) {
        return new CountedTile(
                131,
                REVIEW,
                new Tile("窓口端末の記録の点検", 0, "件", "終わった月の点検が済んでいません", "/reviews", Tile.Tone.WARN),
                reviews::due);
    }
}
