package org.machi.city.koki.deliveries;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 配信ファイル brings to the console. */
@Configuration(proxyBeanMethods = false)
class DeliveryDesk {

    /** 配信ファイルの照会・取得. */
    static final String FETCH = "koki.deliveries";

    @Bean
    DutyList deliveryDuties() {
        return DutyList.of(new Duty(FETCH, "配信ファイルの照会・取得"));
    }

    @Bean
    NavigationEntry deliveryEntry() {
        return new NavigationEntry(25, "後期高齢者医療", "配信ファイル", "/koki/deliveries", FETCH);
    }

    @Bean
    HomeTile deliveryTile(DeliveryBook book) {
        return new CountedTile(
                20,
                FETCH,
                new Tile(
                        "未取得の配信ファイル",
                        0,
                        "件",
                        "広域連合から届いた一覧です。取得期限までに確かめてください",
                        "/koki/deliveries?state=OPEN",
                        Tile.Tone.WARN),
                today -> book.open(today).size());
    }
}
