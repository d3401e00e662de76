package org.machi.city.levy;

import java.time.LocalDate;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the collection office brings to the console: its duties and its lines in the navigation. */
@Configuration(proxyBeanMethods = false)
class LevyDesk {

    /** 収納状況の照会: a person's account. */
    static final String LOOK = "levy.look";

    /** 収納の管理: work lists and closings. */
    static final String KEEP = "levy.keep";

    @Bean
    DutyList levyDuties() {
        return DutyList.of(new Duty(LOOK, "収納状況の照会"), new Duty(KEEP, "収納の管理"));
    }

    @Bean
    NavigationEntry levyExceptionsEntry() {
        return new NavigationEntry(40, "収納", "消込の例外", "/levy/exceptions", KEEP);
    }

    @Bean
    NavigationEntry levyPulledOutEntry() {
        return new NavigationEntry(42, "収納", "引抜きの通知書", "/levy/letters", KEEP);
    }

    @Bean
    HomeTile levyPulledOutTile(PostedLetters book) {
        return new HomeTile() {
            @Override
            public int order() {
                return 460;
            }

            @Override
            public String duty() {
                return KEEP;
            }

            @Override
            public Tile count(Clerk clerk, LocalDate businessDate) {
                return new Tile(
                        "引抜きの通知書（収納）",
                        book.waiting(),
                        "通",
                        "描けない文字があります。別に作成して発送してください",
                        "/levy/letters",
                        Tile.Tone.WARN);
            }
        };
    }

    @Bean
    NavigationEntry levyClosingEntry() {
        return new NavigationEntry(41, "収納", "日計・月計", "/levy/closing", KEEP);
    }
}
