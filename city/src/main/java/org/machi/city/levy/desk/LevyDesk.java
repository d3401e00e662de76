package org.machi.city.levy.desk;

import org.machi.city.levy.PostedLetters;
import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the collection office brings to the console: its duties and its lines in the navigation. */
@Configuration(proxyBeanMethods = false)
class LevyDesk {

    /** 収納状況の照会: a person's account. */
    static final String LOOK = "levy.look";

    /** 収納の管理: work lists and closings. */
    static final String KEEP = "levy.keep";

    /** 消込・窓口収納・取消: what books money by hand. */
    static final String SETTLE = "levy.settle";

    /** 督促の停止. */
    static final String DEMAND = "levy.demand";

    /** 還付の請求: accounts, heirs, transfers that came back. */
    static final String REFUND = "levy.refund";

    /** 不納欠損の起案. */
    static final String PROPOSE = "levy.writeoff.propose";

    /** 不納欠損の承認, by a second person. */
    static final String APPROVE = "levy.writeoff.approve";

    @Bean
    DutyList levyDuties() {
        return DutyList.of(
                new Duty(LOOK, "収納状況の照会"),
                new Duty(KEEP, "収納の管理"),
                new Duty(SETTLE, "消込・窓口収納・収納の取消"),
                new Duty(DEMAND, "督促の停止"),
                new Duty(REFUND, "還付の請求の登録"),
                new Duty(PROPOSE, "不納欠損の起案"),
                new Duty(APPROVE, "不納欠損の承認"));
    }

    @Bean
    NavigationEntry levyExceptionsEntry() {
        return new NavigationEntry(40, "収納", "消込の例外", "/levy/exceptions", KEEP);
    }

    @Bean
    NavigationEntry levyClosingEntry() {
        return new NavigationEntry(41, "収納", "日計・月計", "/levy/closing", KEEP);
    }

    @Bean
    NavigationEntry levyPulledOutEntry() {
        return new NavigationEntry(42, "収納", "引抜きの通知書", "/levy/letters", KEEP);
    }

    @Bean
    NavigationEntry levyRefundsEntry() {
        return new NavigationEntry(43, "収納", "還付未済", "/levy/refunds", KEEP);
    }

    @Bean
    NavigationEntry levyWriteOffsEntry() {
        return new NavigationEntry(44, "収納", "不納欠損の承認", "/levy/write-offs", KEEP);
    }

    @Bean
    HomeTile levyPulledOutTile(PostedLetters book) {
        return new CountedTile(
                460,
                KEEP,
                new Tile(
                        "引抜きの通知書（収納）",
                        0,
                        "通",
                        "発行抑止又は描けない文字のため送らなかったものです",
                        "/levy/letters",
                        Tile.Tone.WARN),
                _ -> book.waiting());
    }

    @Bean
    HomeTile levySuspenseTile(JdbcClient db) {
        return new CountedTile(
                440,
                KEEP,
                new Tile("不明金", 0, "件", "誰のどの期かを調べて消し込んでください", "/levy/exceptions", Tile.Tone.WARN),
                _ ->
                        db.sql("SELECT count(*) FROM levy.receipt WHERE state = 'SUSPENSE'")
                                .query(Long.class)
                                .single());
    }

    @Bean
    HomeTile levyWriteOffTile(WriteOffProposals proposals) {
        return new CountedTile(
                450,
                KEEP,
                new Tile(
                        "不納欠損の承認待ち",
                        0,
                        "件",
                        "起案した職員とは別の職員が決めます",
                        "/levy/write-offs",
                        Tile.Tone.WARN),
                _ -> proposals.waiting().size());
    }
}
