package org.machi.city.koki.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityDeskScene;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.DeliveryFile;
import org.machi.formats.layout.DeliverySeenFile;
import org.machi.platform.proof.Requirement;

/** 配信ファイル: a list of the union comes, is fetched by clerks, and the union is told; then it goes. */
class DeliveriesTest {

    @SuppressWarnings("NullAway.Init")
    private static CityDeskScene desk;

    @SuppressWarnings("NullAway.Init")
    private static CityScene city;

    @BeforeAll
    static void open() {
        desk = new CityDeskScene();
        city = desk.city();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                LocalDate.of(2026, 4, 1),
                List.of(resident(1, 101, "見本　花子", "ミホン　ハナコ"), resident(2, 102, "見本　守", "ミホン　マモル")));
        city.day("2026-04-01");
        desk.post(
                "100",
                "/people/2/protection",
                "/people/2/protection",
                Map.of("kind", "1", "note", "申出"));
        city.emptyOutbox();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    /** Asked for once: each look is on record. */
    private static String page(String path) {
        return desk.at("100", "/koki/deliveries").get(path).body();
    }

    private static List<Row> list(long number, List<String> items, List<List<String>> rows) {
        List<Row> all = new ArrayList<>();
        all.add(row(number, 0, items));
        for (List<String> cells : rows) {
            all.add(row(number, all.size(), cells));
        }
        return all;
    }

    private static Row row(long number, long rowNo, List<String> cells) {
        Row.Builder row =
                DeliveryFile.LAYOUT
                        .row()
                        .set(DeliveryFile.DELIVERY_NO, number)
                        .set(DeliveryFile.DEFINITION, "AGE75")
                        .set(DeliveryFile.NAME, "年齢到達予定者一覧")
                        .set(DeliveryFile.FROM_ON, LocalDate.of(2026, 5, 1))
                        .set(DeliveryFile.TO_ON, LocalDate.of(2026, 5, 31))
                        .set(DeliveryFile.KEEP_UNTIL, LocalDate.of(2026, 4, 30))
                        .set(DeliveryFile.ROW_NO, rowNo);
        if (rowNo > 0) {
            row.set(DeliveryFile.PERSON_NO, rowNo);
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.set(DeliveryFile.VALUES.get(i), cells.get(i));
            }
        }
        return row.build();
    }

    @Test
    @Requirement({"I13"})
    void a_list_is_seen_searched_downloaded_and_printed_told_to_the_union_and_cleared_in_the_end() {
        city.send(
                FileKind.U_DELIVERY,
                CityScene.UNION,
                LocalDate.of(2026, 4, 2),
                list(
                        7,
                        List.of("氏名", "75歳到達日", "備考"),
                        List.of(
                                List.of("見本　花子", "2026-05-01", ""),
                                List.of("見本　守", "2026-05-02", "確認"))));
        city.day("2026-04-02");
        assertThat(city.sent(FileKind.C_DELIVERY_SEEN))
                .singleElement()
                .satisfies(row -> assertThat(row.get(DeliverySeenFile.DEED)).isEqualTo("1"));
        city.emptyOutbox();
        assertThat(page("/")).contains("未取得の配信ファイル");
        assertThat(page("/koki/deliveries?state=OPEN")).contains("年齢到達予定者一覧", "未取得");
        assertThat(page("/koki/deliveries/7"))
                .contains("見本　花子", "2026-05-01", "（表示できません）")
                .doesNotContain("見本　守");
        assertThat(page("/koki/deliveries/7?words=花子")).contains("全1件");
        assertThat(page("/koki/deliveries/7?words=守")).contains("この言葉のある行はありません");
        assertThat(page("/koki/deliveries/7/csv"))
                .contains("宛名番号,氏名,75歳到達日,備考\r\n1,見本　花子,2026-05-01,\r\n2,（表示できません）")
                .doesNotContain("守");
        assertThat(page("/koki/deliveries/7/pdf")).startsWith("%PDF");
        assertThat(page("/koki/deliveries?state=OPEN")).contains("この条件の配信ファイルはありません");
        city.day("2026-04-03");
        assertThat(city.sent(FileKind.C_DELIVERY_SEEN))
                .extracting(row -> row.get(DeliverySeenFile.DEED))
                .containsExactly("2", "2", "2", "3", "4");
        assertThat(city.sent(FileKind.C_DELIVERY_SEEN))
                .allSatisfy(row -> {
                    assertThat(row.get(DeliverySeenFile.STAFF_NAME)).isEqualTo("職員 100");
                    assertThat(row.get(DeliverySeenFile.DONE_ON))
                            .isEqualTo(LocalDate.of(2026, 4, 2));
                });
        city.emptyOutbox();
        city.day("2026-04-06");
        assertThat(city.sent(FileKind.C_DELIVERY_SEEN)).isEmpty();
        city.day("2026-05-01");
        assertThat(page("/koki/deliveries/7")).contains("内容を消しました").doesNotContain("花子");
        assertThat(desk.list("select count(*)::text from koki.delivery_row")).containsExactly("0");
        assertThat(page("/koki/deliveries/7/csv")).contains("臨時の配信を頼んでください");
        twoListsInOneFileAreRefused();
    }

    private static void twoListsInOneFileAreRefused() {
        List<Row> two = new ArrayList<>(list(8, List.of("氏名"), List.of()));
        two.addAll(list(9, List.of("氏名"), List.of()));
        city.send(FileKind.U_DELIVERY, CityScene.UNION, LocalDate.of(2026, 4, 1), two);
        city.day("2026-05-07");
        assertThat(
                        desk.list(
                                "select state from files.file where kind = 'U_DELIVERY' order by id desc limit 1"))
                .containsExactly("REFUSED");
        assertThat(
                        desk.list(
                                "select count(*)::text from koki.delivery where delivery_no in (8, 9)"))
                .containsExactly("0");
    }
}
