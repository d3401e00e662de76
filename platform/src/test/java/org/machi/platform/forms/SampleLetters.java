package org.machi.platform.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.machi.platform.forms.letters.Authority;
import org.machi.platform.forms.letters.Calculation;
import org.machi.platform.forms.letters.DecisionNotice;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Instalment;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.Office;
import org.machi.platform.forms.letters.Plan;
import org.machi.platform.forms.letters.PremiumPart;
import org.machi.platform.forms.letters.Recipient;

/** An invented city and its letters. */
final class SampleLetters {
    static final LocalDate JULY = LocalDate.of(2026, 7, 15);

    static final Office OFFICE =
            new Office(
                    "112020",
                    "見本市",
                    new Authority("見本市長　町田　花子", "見本市長之印"),
                    new Authority("見本県後期高齢者医療広域連合長", "見本県後期高齢者医療広域連合長印"),
                    "見本県後期高齢者医療広域連合",
                    "健康福祉部　保険年金課　後期高齢者医療係",
                    "360-8601",
                    "見本県見本市宮町二丁目47番地1",
                    "048-000-1111（直通）",
                    "見本県後期高齢者医療審査会");

    private SampleLetters() {}

    static Heading heading(int number, String kind, String name) {
        return new Heading(
                new LetterId("%08d".formatted(number), 100_000_000L + number, kind),
                "見保後第1234号",
                JULY,
                OFFICE,
                new Recipient("360-0041", "見本県見本市宮町", "一丁目2番3号", "コーポひまわり 105号室", name, ""),
                new Insured("01234567", name, "見本県見本市宮町一丁目2番3号　コーポひまわり 105号室"));
    }

    static DecisionNotice decision(int number, String name) {
        return new DecisionNotice(
                heading(number, "後期高齢者医療保険料額決定通知書", name),
                2026,
                List.of(calculation()),
                98_700,
                plan());
    }

    static Calculation calculation() {
        return Calculation.of(
                LocalDate.of(2026, 4, 1),
                "2割軽減",
                12,
                new PremiumPart(
                        620_000, 9_410, 58_342, 48_200, 106_542, 9_640, 0, 96_902, 0, 0, 96_900),
                new PremiumPart(620_000, 180, 1_116, 900, 2_016, 180, 0, 1_836, 0, 0, 1_800));
    }

    static Plan plan() {
        var months = List.of(4, 6, 8, 10, 12, 2);
        var deductions =
                IntStream.range(0, 6)
                        .mapToObj(i ->
                                new Instalment(
                                        months.get(i) + "月",
                                        LocalDate.of(i == 5 ? 2027 : 2026, months.get(i), 15),
                                        i < 3 ? 12_300 : 0))
                        .toList();
        var instalments =
                IntStream.range(0, 9)
                        .mapToObj(i ->
                                new Instalment(
                                        "第" + (i + 1) + "期",
                                        LocalDate.of(2026, 7, 31).plusMonths(i),
                                        i == 0 ? 7_800 : 6_750))
                        .toList();
        return new Plan(
                "老齢基礎年金（日本年金機構）",
                deductions,
                instalments,
                "普通徴収分は、見本銀行 本店 普通 ＊＊＊＊567 の口座から、各納期限の日に振り替えます。");
    }
}
