package org.machi.platform.line;

import org.machi.platform.WebOnly;
import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.Tile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the line brings to the console. */
@WebOnly
@Configuration(proxyBeanMethods = false)
class LineDesk {

    /** Days before its end when a certificate is warned of. */
    static final int WARNING_DAYS = 30;

    @Bean
    NavigationEntry lineEntry() {
        return new NavigationEntry(911, "運用", "回線（送受信）", "/line", LineDuties.LOOK);
    }

    @Bean
    NavigationEntry mediaEntry() {
        return new NavigationEntry(912, "運用", "媒体", "/line-media", LineDuties.MEDIA);
    }

    @Bean
    HomeTile lineTroubles(LineLists lists) {
        return new CountedTile(
                905,
                LineDuties.LOOK,
                new Tile("回線の拒否・再送待ち", 0, "件", "理由を確かめてください", "/line", Tile.Tone.BAD),
                lists::troubled);
    }

    @Bean
    HomeTile endingCertificates(LineLists lists) {
        return new CountedTile(
                906,
                LineDuties.PARTNERS,
                new Tile(
                        "期限の近い証明書",
                        0,
                        "件",
                        WARNING_DAYS + "日以内に切れます。新しい証明書を登録してください",
                        "/line/partners",
                        Tile.Tone.WARN),
                _ -> lists.ending(WARNING_DAYS));
    }
}
