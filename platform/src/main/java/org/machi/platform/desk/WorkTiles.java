package org.machi.platform.desk;

import org.machi.platform.WebOnly;
import org.machi.platform.files.FileState;
import org.machi.platform.files.PartnerResults;
import org.machi.platform.staff.Duties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The work lists that every organisation has: what broke off and what must be looked at. */
@WebOnly
@Configuration(proxyBeanMethods = false)
class WorkTiles {
    @Bean
    HomeTile brokenJobs(JdbcClient db) {
        return new CountedTile(
                900,
                Duties.JOBS_LOOK,
                new Tile("中断した処理", 0, "件", "原因を確かめて、再開してください", "/jobs", Tile.Tone.BAD),
                _ ->
                        db.sql("SELECT count(*) FROM jobs.job_run WHERE state = 'FAILED'")
                                .query(Long.class)
                                .single());
    }

    @Bean
    HomeTile filesToLookAt(FileLists files) {
        return new CountedTile(
                910,
                Duties.FILES_LOOK,
                new Tile(
                        "保留のファイル", 0, "件", "同じ通番で内容の異なるファイルです", "/files?state=HELD", Tile.Tone.BAD),
                _ -> files.count(FileState.HELD));
    }

    @Bean
    HomeTile refusedByPartners(PartnerResults results) {
        return new CountedTile(
                915,
                Duties.FILES_LOOK,
                new Tile(
                        "相手方で取り込まれなかったファイル",
                        0,
                        "件",
                        "理由を確かめ、訂正して送ってください",
                        "/files/partner-results",
                        Tile.Tone.BAD),
                _ -> results.open());
    }

    @Bean
    HomeTile refusedFiles(JdbcClient db) {
        return new CountedTile(
                920,
                Duties.FILES_LOOK,
                new Tile(
                        "拒否したファイル（本日）",
                        0,
                        "件",
                        "送信元に訂正を依頼してください",
                        "/files?state=REFUSED",
                        Tile.Tone.WARN),
                day ->
                        db.sql(
                                        """
                                        SELECT count(*) FROM files.file
                                        WHERE business_date = :day AND state = 'REFUSED'
                                        """)
                                .param("day", day)
                                .query(Long.class)
                                .single());
    }
}
