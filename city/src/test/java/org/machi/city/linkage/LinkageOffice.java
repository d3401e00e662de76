package org.machi.city.linkage;

import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.resident;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.List;
import org.machi.city.CityDeskScene;
import org.machi.city.CityScene;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.Browser;

/**
 * A city with three insured, of whom number 2 is under 支援措置, and with two clerks: 100 asks, 300
 * approves.
 */
final class LinkageOffice implements AutoCloseable {

    static final String ASKS = "100";
    static final String APPROVES = "300";

    private final CityDeskScene desk = new CityDeskScene();
    private final CityScene city = desk.city();

    LinkageOffice() {
        people();
    }

    private void people() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                day,
                List.of(
                        resident(1, 101, "山田　一", "ヤマダ　ハジメ"),
                        residentBuilder(2, 102, "川田　二葉", "カワダ　フタバ")
                                .set(ResidentFile.PROTECTION, "1")
                                .set(ResidentFile.PROTECTED_FROM, day)
                                .build(),
                        resident(3, 103, "海田　三", "ウミダ　ミツ")));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                day,
                List.of(
                        insured(1, "山田　一", "ヤマダ　ハジメ"),
                        insured(2, "川田　二葉", "カワダ　フタバ"),
                        insured(3, "海田　三", "ウミダ　ミツ")));
        city.day("2026-04-01");
    }

    CityScene city() {
        return city;
    }

    /** Signed in and on a page, so that the next form has its token. */
    Browser at(String staffNo, String path) {
        return desk.at(staffNo, path);
    }

    /** The only value of a query without parameters. */
    String value(String sql) {
        return city.db().sql(sql).query(String.class).single();
    }

    @Override
    public void close() {
        desk.close();
    }
}
