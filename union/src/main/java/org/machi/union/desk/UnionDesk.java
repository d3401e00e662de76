package org.machi.union.desk;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.NavigationEntry;
import org.machi.platform.desk.SearchPage;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Duties and navigation of the union's console. */
@Configuration(proxyBeanMethods = false)
class UnionDesk {

    static final String INSURED_LOOK = "insured.look";
    static final String RUNS_LOOK = "runs.look";
    static final String CHECKS_LOOK = "checks.look";

    /** 同一人の確認: decides whether two records are one person. */
    static final String JOIN = "register.join";

    /** 賦課の保留: works off who could not be decided. */
    static final String HELD = "assessment.held";

    /** 届出・申請の審査 by a clerk. */
    static final String VERDICTS = "eligibility.verdicts";

    @Bean
    DutyList unionDuties() {
        return DutyList.of(
                new Duty(INSURED_LOOK, "被保険者の照会"),
                new Duty(RUNS_LOOK, "賦課処理の照会"),
                new Duty(CHECKS_LOOK, "突合結果の照会"),
                new Duty(JOIN, "同一人の確認"),
                new Duty(HELD, "賦課の保留の処理"),
                new Duty(VERDICTS, "届出・申請の審査"));
    }

    @Bean
    SearchPage unionSearch() {
        return new SearchPage("/insured", "氏名カナ・生年月日・被保険者番号", INSURED_LOOK);
    }

    @Bean
    NavigationEntry insuredEntry() {
        return new NavigationEntry(10, "資格・賦課", "被保険者", "/insured", INSURED_LOOK);
    }

    @Bean
    NavigationEntry runsEntry() {
        return new NavigationEntry(20, "資格・賦課", "賦課処理", "/runs", RUNS_LOOK);
    }

    @Bean
    NavigationEntry heldEntry() {
        return new NavigationEntry(21, "資格・賦課", "賦課の保留", "/held", HELD);
    }

    @Bean
    NavigationEntry burdenEntry() {
        return new NavigationEntry(23, "資格・賦課", "負担割合の確認", "/burden", INSURED_LOOK);
    }

    @Bean
    NavigationEntry doubtsEntry() {
        return new NavigationEntry(22, "資格・賦課", "同一人の確認", "/doubts", JOIN);
    }

    @Bean
    NavigationEntry verdictsEntry() {
        return new NavigationEntry(24, "資格・賦課", "届出・申請の審査", "/verdicts", VERDICTS);
    }

    @Bean
    NavigationEntry checksEntry() {
        return new NavigationEntry(30, "市区町村", "突合の相違", "/checks", CHECKS_LOOK);
    }

    @Bean
    HomeTile heldTile(JdbcClient db) {
        return tile(
                100,
                HELD,
                new Tile("賦課の保留", 0, "人", "決定できなかった理由を確かめてください", "/held", Tile.Tone.WARN),
                db,
                "SELECT count(*) FROM assessment.held WHERE settled_on IS NULL");
    }

    @Bean
    HomeTile doubtsTile(JdbcClient db) {
        return tile(
                110,
                JOIN,
                new Tile("同一人の確認", 0, "件", "同じ人かもしれない記録です", "/doubts", Tile.Tone.WARN),
                db,
                "SELECT count(*) FROM register.doubt WHERE settled_on IS NULL");
    }

    @Bean
    HomeTile checksTile(JdbcClient db) {
        return tile(
                120,
                CHECKS_LOOK,
                new Tile("突合の相違", 0, "件", "市区町村の持つ内容と違うものです", "/checks", Tile.Tone.WARN),
                db,
                "SELECT count(*) FROM reconciliation.difference");
    }

    @Bean
    HomeTile verdictsTile(JdbcClient db) {
        return tile(
                105,
                VERDICTS,
                new Tile("届出・申請の審査", 0, "件", "書類を見て決定するものです", "/verdicts", Tile.Tone.WARN),
                db,
                "SELECT count(*) FROM eligibility.undecided WHERE by_clerk");
    }

    private static HomeTile tile(int order, String duty, Tile empty, JdbcClient db, String count) {
        return new CountedTile(order, duty, empty, _ -> db.sql(count).query(Long.class).single());
    }
}
