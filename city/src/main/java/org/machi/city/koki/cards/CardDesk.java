package org.machi.city.koki.cards;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 証 bring to the console. */
@Configuration(proxyBeanMethods = false)
class CardDesk {

    /** 証の交付・返還の管理. */
    static final String CARDS = "koki.cards";

    @Bean
    DutyList cardDuties() {
        return DutyList.of(new Duty(CARDS, "証の交付・返還の管理"));
    }

    @Bean
    NavigationEntry cardEntry() {
        return new NavigationEntry(21, "後期高齢者医療", "証の交付と回収", "/koki/cards", CARDS);
    }

    @Bean
    HomeTile cardsToHand(CardBook book) {
        return tile(16, book, CardBook.Work.WAITING);
    }

    @Bean
    HomeTile cardsBack(CardBook book) {
        return tile(17, book, CardBook.Work.BACK);
    }

    private static HomeTile tile(int order, CardBook book, CardBook.Work work) {
        return new CountedTile(
                order,
                CARDS,
                new Tile(
                        "証：" + work.title(),
                        0,
                        "件",
                        work.text(),
                        "/koki/cards/" + work.code(),
                        Tile.Tone.WARN),
                day -> book.count(work, day));
    }
}
