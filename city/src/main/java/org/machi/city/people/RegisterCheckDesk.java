package org.machi.city.people;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 住基との整合性確認 brings to the console. */
@Configuration(proxyBeanMethods = false)
class RegisterCheckDesk {

    /** 住基との整合性確認: looking at differences and settling them. */
    static final String CHECK = "people.register";

    private static final String PAGE = "/people/register-check";

    @Bean
    DutyList registerCheckDuties() {
        return DutyList.of(new Duty(CHECK, "住基との整合性確認"));
    }

    @Bean
    NavigationEntry registerCheckEntry() {
        return new NavigationEntry(14, "窓口", "住基との整合性確認", PAGE, CHECK);
    }

    @Bean
    HomeTile registerDifferencesToSettle(RegisterDifferences differences) {
        return new CountedTile(
                34,
                CHECK,
                new Tile("住基との相違", 0, "人", "全件ファイルとの比較で見つかったものです", PAGE, Tile.Tone.WARN),
                _ -> differences.countOpen());
    }
}
