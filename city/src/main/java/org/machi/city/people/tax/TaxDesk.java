package org.machi.city.people.tax;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 所得・課税情報 brings to the console. */
@Configuration(proxyBeanMethods = false)
public class TaxDesk {

    /** 所得・課税情報の照会. */
    static final String LOOK = "people.tax";

    /** 簡易申告の受付: the list of 未申告者, the form, its answer. */
    static final String DECLARE = "people.tax.declare";

    /** 簡易申告の確認 and 照会の回答の確認, by another clerk than the one who entered it. */
    public static final String CONFIRM = "people.tax.confirm";

    @Bean
    DutyList taxDuties() {
        return DutyList.of(
                new Duty(LOOK, "所得・課税情報の照会"),
                new Duty(DECLARE, "簡易申告の受付"),
                new Duty(CONFIRM, "簡易申告・照会の回答の確認"));
    }

    @Bean
    NavigationEntry undeclaredEntry() {
        return new NavigationEntry(13, "窓口", "未申告・簡易申告", "/people/undeclared", DECLARE);
    }

    @Bean
    HomeTile unconfirmedDeclarations(Declarations declarations) {
        return new CountedTile(
                32,
                CONFIRM,
                new Tile(
                        "確認待ちの簡易申告",
                        0,
                        "件",
                        "入力者と別の職員が確認します",
                        "/people/undeclared",
                        Tile.Tone.WARN),
                _ -> declarations.countWaiting());
    }
}
