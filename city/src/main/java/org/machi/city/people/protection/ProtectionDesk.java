package org.machi.city.people.protection;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HiddenWords;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What 支援措置 and 抑止 bring to the console: duties, lists, tiles and the gate before every page. */
@Configuration(proxyBeanMethods = false)
class ProtectionDesk {

    /** 支援措置の秘匿情報: reason, 加害者 and the real address. */
    static final String SECRET = "people.protected.secret";

    /** 抑止の登録と解除. */
    static final String SUPPRESS = "people.suppress";

    /** 抑止の一時解除の承認, by another clerk than the one who asks. */
    static final String RELEASE = "people.release";

    /** 更新中の引継ぎ. */
    static final String TAKE_OVER = "people.lock.take";

    /** After the gate of the duties, which says who asks. */
    private static final int AFTER_THE_GATE = 100;

    @Bean
    DutyList protectionDuties() {
        return DutyList.of(
                new Duty(SECRET, "支援措置の秘匿情報の照会"),
                new Duty(SUPPRESS, "抑止の登録・解除"),
                new Duty(Stops.KEEPER, "抑止の責任者"),
                new Duty(RELEASE, "抑止の一時解除の承認"),
                new Duty(TAKE_OVER, "更新中の引継ぎ"));
    }

    @Bean
    WebMvcConfigurer hardStop(ObjectProvider<StopGate> gate) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                gate.ifAvailable(one -> registry.addInterceptor(one).order(AFTER_THE_GATE));
            }
        };
    }

    @Bean
    HiddenWords stoppedWords(Stops stops) {
        return new HiddenWords(stops::telling, stops::places);
    }

    @Bean
    NavigationEntry protectionsEntry() {
        return new NavigationEntry(16, "窓口", "支援措置", "/people/protections", Stops.PROTECTED);
    }

    @Bean
    NavigationEntry releasesEntry() {
        return new NavigationEntry(17, "窓口", "抑止の一時解除", "/people/releases", RELEASE);
    }

    @Bean
    HomeTile endingProtections(ProtectionLists lists) {
        return new CountedTile(
                33,
                Stops.PROTECTED,
                new Tile(
                        "期限の近い支援措置",
                        0,
                        "人",
                        "終了日の1か月前から、延長又は終了の処理が済むまで",
                        "/people/protections",
                        Tile.Tone.WARN),
                lists::countDue);
    }

    @Bean
    HomeTile askedReleases(Releases releases) {
        return new CountedTile(
                34,
                RELEASE,
                new Tile(
                        "承認を待つ抑止の一時解除",
                        0,
                        "件",
                        "申請者と別の職員が承認します",
                        "/people/releases",
                        Tile.Tone.WARN),
                releases::count);
    }
}
