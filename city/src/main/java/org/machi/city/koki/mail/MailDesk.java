package org.machi.city.koki.mail;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the register of returned mail brings to the console. */
@Configuration(proxyBeanMethods = false)
class MailDesk {

    /** 返戻・居所不明・公示送達の処理. */
    static final String MAIL = "koki.mail";

    @Bean
    DutyList mailDuties() {
        return DutyList.of(new Duty(MAIL, "返戻・居所不明・公示送達の処理"));
    }

    @Bean
    NavigationEntry mailEntry() {
        return new NavigationEntry(22, "後期高齢者医療", "返戻と居所不明", "/koki/mail", MAIL);
    }

    @Bean
    HomeTile mailBack(ReturnedMail mail) {
        return new CountedTile(
                18,
                MAIL,
                new Tile("返戻：未処理", 0, "通", "送付先を確かめて再送します", "/koki/mail/open", Tile.Tone.WARN),
                _ -> mail.open());
    }
}
