package org.machi.city.koki.register;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 資格の管理 brings to the console. */
@Configuration(proxyBeanMethods = false)
class RegisterDesk {

    /** 資格の管理: work lists of the register, facilities, certificates. */
    static final String REGISTER = "koki.register";

    /** 資格・保険料の照会, a duty that koki brings. */
    static final String LOOK = "koki.look";

    /** 届出・申請の受付, a duty that 宛名 brings. */
    static final String APPLY = "people.apply";

    @Bean
    DutyList registerDuties() {
        return DutyList.of(new Duty(REGISTER, "資格の管理"));
    }

    @Bean
    NavigationEntry faultsEntry() {
        return new NavigationEntry(23, "後期高齢者医療", "被保険者台帳の確認", "/koki/ledger", REGISTER);
    }

    @Bean
    NavigationEntry agesEntry() {
        return new NavigationEntry(24, "後期高齢者医療", "年齢到達・障害認定", "/koki/ages", REGISTER);
    }

    @Bean
    NavigationEntry exceptionsEntry() {
        return new NavigationEntry(25, "後期高齢者医療", "住所地特例と施設", "/koki/exceptions", REGISTER);
    }

    @Bean
    HomeTile ledgerFaultsTile(LedgerFaults faults) {
        return new CountedTile(
                19,
                REGISTER,
                new Tile(
                        "被保険者台帳の確認",
                        0,
                        "件",
                        "個人番号、期間の重なりと空き、市区町村の相違です",
                        "/koki/ledger",
                        Tile.Tone.WARN),
                _ -> faults.count());
    }

    @Bean
    HomeTile exceptionDifferencesTile(Exceptions exceptions) {
        return new CountedTile(
                20,
                REGISTER,
                new Tile(
                        "住所地特例の相違",
                        0,
                        "件",
                        "広域連合の一覧と市の登録が違うものです",
                        "/koki/exceptions",
                        Tile.Tone.WARN),
                _ -> exceptions.count());
    }
}
