package org.machi.launcher.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.machi.formats.file.FileKind;
import org.machi.law.parameter.UnionCode;
import org.machi.platform.Organisation;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.line.Schedules;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.Parameters;
import org.machi.union.benefits.BenefitTransfers;
import org.machi.union.deliveries.DeliveryDefinitions;

/**
 * The demo cities' ordinances and usages as dated parameters. The two cities differ where real ones
 * do, so that nobody takes one city's way for the law.
 */
final class DemoSetup {

    private static final LocalDate SINCE = LocalDate.of(2021, 4, 1);
    private static final String ORDINANCE = "デモ市条例・要綱（架空）";

    private final List<Parameter> parameters = new ArrayList<>();

    private DemoSetup() {}

    /** Enters the parameters of an organisation once; a second call changes nothing. */
    static void enter(Organisation organisation, String unionCode, int number) {
        Parameters office = organisation.get(Parameters.class);
        DemoSetup setup = new DemoSetup();
        switch (organisation.settings().kind()) {
            case CITY -> setup.city(unionCode, number == 0);
            case UNION -> {
                setup.union();
                organisation.get(BenefitTransfers.class).enter(PAYER);
                DemoDeliveries.enter(
                        organisation.get(DeliveryDefinitions.class),
                        SINCE,
                        "広域計画・市区町村との協定（架空）：" + ORDINANCE);
            }
        }
        Set<String> own =
                office.all().stream()
                        .filter(parameter -> parameter.source().endsWith(ORDINANCE))
                        .map(Parameter::code)
                        .collect(Collectors.toSet());
        setup.parameters.stream()
                .filter(parameter -> !own.contains(parameter.code()))
                .forEach(office::change);
        if (organisation.settings().kind() == OrganisationSettings.Kind.CITY && number > 0) {
            schedules(organisation.get(Schedules.class), unionCode);
        }
    }

    private void city(String unionCode, boolean first) {
        add("union.code", unionCode, "後期保険者番号", 'L');
        add("koki.periods", first ? "8" : "9", "香芝市型8期（12月は25日）・茅ヶ崎市型9期", 'V');
        add("koki.requestDay", first ? "22" : "24", "準介136条（7月31日まで）の範囲で市が定める日", 'D');
        add("koki.noticeDay", first ? "14" : "15", "通知書の発送日（7月中旬）", 'D');
        add("koki.levelling", first ? "AUGUST" : "NONE", "平準化：8月に行う（土浦市型）・行わない", 'V');
        add("koki.midYearStart", first ? "0" : "1", "12月・2月開始：行わない（宇部市型）・行う", 'V');
        add("koki.slipUseByDays", "30", "コンビニの取扱期限：納期限から30日", 'D');
        letters(UnionCode.of(unionCode.substring(2, 4)), first);
        add("levy.lateLowMonths", first ? "1" : "3", "延滞金の低い率の期間：1か月型（大津市）・3か月型（中野区）", 'V');
        add("levy.debitFailedDays", "14", "振替不能の納付書の使用期限までの日数", 'D');
        add("levy.demandDays", "20", "納期限後20日以内（朝来市規則6条）", 'V');
        add("levy.demandTermDays", "10", "督促状の指定期限（発付から10日）", 'U');
        add("levy.demandFee", first ? "0" : "100", "督促手数料：廃止（甲斐市）・100円（大津市）", 'V');
        add("levy.debitDaysBefore", "8", "口座振替請求の締切（納期限の8営業日前）", 'D');
        add("levy.transferWeekday", first ? "3" : "4", "還付振込の曜日（3＝水、4＝木）", 'D');
        add("levy.transferDays", "5", "振込指定日までの営業日数", 'D');
    }

    /**
     * The second city tells the union of receipts and of applications for benefits once a month,
     * the first one on every day.
     */
    private static void schedules(Schedules schedules, String unionCode) {
        for (FileKind kind : List.of(FileKind.U_RECEIPT, FileKind.U_ARREARS)) {
            monthly(schedules, unionCode, kind, Schedules.Rhythm.MONTH_END, 0);
        }
        monthly(schedules, unionCode, FileKind.U_BENEFIT_APPLY, Schedules.Rhythm.BUSINESS_DAY, 10);
    }

    private static void monthly(
            Schedules schedules,
            String unionCode,
            FileKind kind,
            Schedules.Rhythm rhythm,
            int day) {
        if (schedules.all().stream().noneMatch(line -> line.kind().equals(kind.code()))) {
            schedules.change(
                    new Schedules.Entry(
                            unionCode,
                            kind.code(),
                            false,
                            rhythm,
                            day,
                            SINCE,
                            "日次の市（堺市型）と月次の市：" + ORDINANCE),
                    "demo");
        }
    }

    /** Who signs the letters and where one asks; the people are invented. */
    private void letters(UnionCode union, boolean first) {
        String source = "通知書の発信者と問合せ先（架空の氏名・番号）";
        add("letter.symbol", first ? "保年" : "長医", source, 'D');
        add("letter.mayor", first ? "南原　一郎" : "北川　二葉", source, 'D');
        add("letter.union", union.japanese(), "広域連合の名称", 'L');
        add("letter.unionHead", "広野　連", source, 'D');
        add("letter.section", first ? "健康福祉部 保険年金課 後期高齢者医療係" : "市民生活部 長寿医療課", source, 'D');
        add("letter.postcode", "000-0000", source, 'D');
        add("letter.address", "本町一丁目1番1号", source, 'D');
        add("letter.phone", first ? "000-000-0001" : "000-000-0002", source, 'D');
        add("letter.reviewBoard", union.prefecture() + "後期高齢者医療審査会", "法129条", 'L');
        add("letter.careReviewBoard", union.prefecture() + "介護保険審査会", "介護保険法184条", 'L');
        add("letter.levySection", first ? "財務部 収納課 収納管理係" : "市民生活部 納税課 収納係", source, 'D');
        add("letter.levySymbol", first ? "収" : "納", source, 'D');
        add("letter.places", "市指定の金融機関、コンビニエンスストア（バーコードのあるもの）、市役所", source, 'D');
    }

    /** The union's own account; the bank is invented. */
    private static final BenefitTransfers.Payer PAYER =
            new BenefitTransfers.Payer(
                    "0000039999", "ｺｳｲｷﾚﾝｺﾞｳ", "BANK", "0991", "ﾐﾄﾞﾘﾉ", "101", "ﾎﾝﾃﾝ", "0039999");

    private void union() {
        String source = "証の発行者と問合せ先（架空の氏名・番号）";
        add("window.unionHead", "広野　連", source, 'D');
        add("window.contact", "資格管理課", source, 'D');
        add("window.postcode", "000-0000", source, 'D');
        add("window.address", "本町二丁目1番1号", source, 'D');
        add("window.phone", "000-000-0003", source, 'D');
        add("union.monthlyBusinessDay", "5", "月次賦課を行う営業日（月の5日目）", 'D');
    }

    private void add(String code, String value, String source, char mark) {
        parameters.add(
                new Parameter(code, value, SINCE, LocalDate.MAX, source + "／" + ORDINANCE, mark));
    }
}
