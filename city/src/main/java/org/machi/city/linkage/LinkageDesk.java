package org.machi.city.linkage;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What transfers bring to the console. */
@Configuration(proxyBeanMethods = false)
class LinkageDesk {

    /** 移転・提供の照会: definitions and records. */
    static final String LOOK = "linkage.look";

    /** 移転の申請・持ち出し. */
    static final String REQUEST = "linkage.request";

    /** 移転の承認, of media and of definitions. */
    static final String APPROVE = "linkage.approve";

    /** 資格の管理, a duty that koki brings: who mends the register before it is handed on. */
    static final String LEDGER = "koki.register";

    @Bean
    DutyList linkageDuties() {
        return DutyList.of(
                new Duty(LOOK, "移転・提供の照会"),
                new Duty(REQUEST, "移転の申請・持ち出し"),
                new Duty(APPROVE, "移転の承認"));
    }

    @Bean
    NavigationEntry transfersEntry() {
        return new NavigationEntry(70, "移転・提供", "移転・提供の定義", "/transfers", LOOK);
    }

    @Bean
    HomeTile transfersToDecide(Dispatches dispatches) {
        return new CountedTile(
                70,
                APPROVE,
                new Tile("承認待ちの移転", 0, "件", "申請者と別の職員が承認します", "/transfers", Tile.Tone.WARN),
                _ ->
                        dispatches.open().stream()
                                .filter(one -> one.state() == Dispatch.State.REQUESTED)
                                .count());
    }

    @Bean
    HomeTile monthlyTransfersToAskFor(Definitions definitions) {
        return new CountedTile(
                69,
                REQUEST,
                new Tile("今月の移転", 0, "件", "月次の移転のうち申請がまだのもの", "/transfers", Tile.Tone.WARN),
                definitions::countMonthlyNotAsked);
    }
}
