package org.machi.city.people.outside;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 住登外者宛名番号管理 brings to the console. */
@Configuration(proxyBeanMethods = false)
class OutsideDesk {

    /** 住登外者の登録: search, entry, uses of a number. */
    static final String ENTER = "people.outside";

    /** 住登外者の確認 by another clerk than the one who entered it. */
    static final String CONFIRM = "people.outside.confirm";

    private static final String PAGE = "/people/non-residents";

    @Bean
    DutyList outsideDuties() {
        return DutyList.of(new Duty(ENTER, "住登外者の登録"), new Duty(CONFIRM, "住登外者の登録の確認"));
    }

    @Bean
    NavigationEntry outsideEntry() {
        return new NavigationEntry(13, "窓口", "住登外者", PAGE, ENTER);
    }

    @Bean
    HomeTile outsideToConfirm(OutsideRegister people) {
        return new CountedTile(
                32,
                CONFIRM,
                new Tile("確認待ちの住登外者", 0, "件", "入力者と別の職員が確認します", PAGE, Tile.Tone.WARN),
                _ -> people.countWaiting());
    }

    @Bean
    HomeTile outsideSamePeople(SamePeople people) {
        return new CountedTile(
                33,
                ENTER,
                new Tile("同一人かもしれない住登外者", 0, "組", "住民になった人、番号が二つある人です", PAGE, Tile.Tone.WARN),
                _ -> people.count());
    }
}
