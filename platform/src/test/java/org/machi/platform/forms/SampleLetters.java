package org.machi.platform.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.machi.formats.slip.Gs1Payment;
import org.machi.platform.forms.letters.Authority;
import org.machi.platform.forms.letters.Calculation;
import org.machi.platform.forms.letters.ChangeNotice;
import org.machi.platform.forms.letters.DecisionNotice;
import org.machi.platform.forms.letters.DeductionNotice;
import org.machi.platform.forms.letters.DemandLetter;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Instalment;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.Office;
import org.machi.platform.forms.letters.PaymentSlip;
import org.machi.platform.forms.letters.Plan;
import org.machi.platform.forms.letters.PremiumPart;
import org.machi.platform.forms.letters.ProvisionalNotice;
import org.machi.platform.forms.letters.Recipient;
import org.machi.platform.forms.letters.RefundNotice;
import org.machi.platform.forms.letters.Slip;

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

    static String barcode(long yen) {
        return new Gs1Payment(
                        "912345",
                        "11202",
                        "08",
                        2026,
                        1,
                        "0001234567",
                        0,
                        LocalDate.of(2027, 3, 31),
                        false,
                        yen)
                .text();
    }

    static Slip slip(int period, Slip.Amounts amounts) {
        return new Slip(
                "26-%07d-%02d".formatted(1234567, period),
                "令和8年度（相当年度 令和8年度）",
                "第" + period + "期",
                amounts,
                LocalDate.of(2026, 7, 31).plusMonths(period - 1),
                LocalDate.of(2027, 3, 31),
                new Slip.Symbols(
                        Gs1Payment.allows(amounts.total()) ? barcode(amounts.total()) : "",
                        List.of("1120208260100012345670000078000000")));
    }

    static PaymentSlip paymentSlip(int number, String name) {
        return new PaymentSlip(
                heading(number, "納入通知書", name),
                2026,
                List.of(
                        slip(1, new Slip.Amounts(7_800, 0, 0)),
                        slip(2, new Slip.Amounts(310_000, 0, 0))),
                "見本銀行、まちの信用金庫、ゆうちょ銀行（見本県内）の本店・支店、市役所会計課、各支所、コンビニエンスストア（バーコードのある納付書に限ります。）");
    }

    static DemandLetter demand(int number, String name) {
        return new DemandLetter(
                heading(number, "督促状", name),
                2026,
                LocalDate.of(2026, 7, 31),
                LocalDate.of(2026, 8, 17),
                "納期限の翌日から納付の日までの日数に応じ、令和8年中は年9.1％（納期限の翌日から1か月を経過する日までの期間は年2.8％）の割合で計算した延滞金を加算します。保険料額が2,000円未満のときは加算しません。",
                slip(2, new Slip.Amounts(7_800, 100, 0)));
    }

    static ChangeNotice change(int number, String name) {
        var after =
                Calculation.of(
                        LocalDate.of(2026, 4, 1),
                        "5割軽減",
                        12,
                        new PremiumPart(
                                520_000, 9_410, 48_932, 48_200, 97_132, 24_100, 0, 73_032, 0, 0,
                                73_000),
                        new PremiumPart(520_000, 180, 936, 900, 1_836, 450, 0, 1_386, 0, 0, 1_300));
        return new ChangeNotice(
                heading(number, "後期高齢者医療保険料額変更決定通知書", name),
                2026,
                LocalDate.of(2026, 10, 14),
                "令和7年分の所得の更正により、賦課のもととなる所得金額及び均等割額の軽減割合が変わったため",
                new ChangeNotice.Decision(calculation(), 98_700, plan()),
                new ChangeNotice.Decision(after, 74_300, plan()));
    }

    static ProvisionalNotice provisional(int number, String name) {
        return new ProvisionalNotice(
                heading(number, "後期高齢者医療保険料仮徴収額決定通知書", name),
                2026,
                ProvisionalNotice.Occasion.DECIDED,
                "老齢基礎年金（日本年金機構）",
                "前年度2月の特別徴収額と同額",
                plan().deductions().subList(0, 3));
    }

    static DeductionNotice start(int number, String name) {
        return new DeductionNotice(
                heading(number, "特別徴収開始通知書", name),
                2026,
                "老齢基礎年金（日本年金機構）",
                new DeductionNotice.Change.Start("令和8年10月"),
                plan().deductions().subList(3, 6));
    }

    static DeductionNotice stop(int number, String name) {
        return new DeductionNotice(
                heading(number, "特別徴収中止通知書", name),
                2026,
                "老齢基礎年金（日本年金機構）",
                new DeductionNotice.Change.Stop(
                        "令和8年10月", "見本県外への転出による資格の喪失", "精算の結果、納付していただく保険料はありません。"),
                plan().deductions().subList(0, 3));
    }

    static RefundNotice refund(int number, String name) {
        return new RefundNotice(
                heading(number, "後期高齢者医療保険料過誤納金還付（充当）通知書", name),
                List.of(
                        new RefundNotice.Overpayment(
                                "令和8年度 第1期", LocalDate.of(2026, 7, 30), 7_800, 3_400, "減額更正"),
                        new RefundNotice.Overpayment(
                                "令和8年度 第2期", LocalDate.of(2026, 8, 31), 6_700, 0, "重複納付")),
                List.of(new RefundNotice.Offset("令和7年度 第8期", LocalDate.of(2026, 3, 2), 5_000)),
                0,
                new RefundNotice.Payout(
                        "見本銀行 本店 普通 ＊＊＊＊567 に、令和8年11月13日に振り込みます。", LocalDate.of(2028, 10, 14)));
    }
}
