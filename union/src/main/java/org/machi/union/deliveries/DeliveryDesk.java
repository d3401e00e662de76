package org.machi.union.deliveries;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Duties, navigation and tile of 配信ファイル. */
@Configuration(proxyBeanMethods = false)
class DeliveryDesk {

    /** 配信と取得の状況. */
    static final String LOOK = "deliveries.look";

    /** 臨時の配信. */
    static final String PUBLISH = "deliveries.publish";

    /** 配信の定義. */
    static final String DEFINE = "deliveries.define";

    /** Days before the last day for fetching when the union asks after it. */
    static final int NEAR_DAYS = 7;

    @Bean
    DutyList deliveryDuties() {
        return DutyList.of(
                new Duty(LOOK, "配信ファイルの取得状況の照会"),
                new Duty(PUBLISH, "配信ファイルの臨時の配信"),
                new Duty(DEFINE, "配信ファイルの定義の登録"));
    }

    @Bean
    NavigationEntry deliveriesEntry() {
        return new NavigationEntry(34, "市区町村", "配信ファイル", "/deliveries", LOOK);
    }

    @Bean
    NavigationEntry definitionsEntry() {
        return new NavigationEntry(35, "市区町村", "配信の定義", "/deliveries/definitions", DEFINE);
    }

    @Bean
    HomeTile deliveriesTile(DeliveryLists lists) {
        return new CountedTile(
                121,
                LOOK,
                new Tile(
                        "取得されない配信ファイル",
                        0,
                        "件",
                        "取得期限まで" + NEAR_DAYS + "日以内か、期限を過ぎています",
                        "/deliveries?state=LATE",
                        Tile.Tone.WARN),
                lists::late);
    }
}
