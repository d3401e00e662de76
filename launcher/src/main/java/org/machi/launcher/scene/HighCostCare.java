package org.machi.launcher.scene;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CareReceiptFile;
import org.machi.formats.layout.TaxFile;

/** 高額療養費: receipts, the call, the application, the money, and a corrected receipt. */
final class HighCostCare implements Scene {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Override
    public String name() {
        return "high-cost";
    }

    @Override
    public String title() {
        return "外来の自己負担が限度額を超え、初めての申請で口座を届け出て、レセプトの訂正で追給を受ける";
    }

    @Override
    public void write(Script script) {
        Resident man = script.resident(0, new Resident.Who("場面　高額", "バメン　コウガク", "1942-03-10", "1"));
        script.tax(taxed(man.pension(2025, 1_900_000, 800_000)));
        script.tax(taxed(man.pension(2026, 1_900_000, 800_000)));
        script.morning(
                "2026-05-11",
                "国保連から4月診療分のレセプトが届く（外来の一部負担金 20,000円）",
                stage -> receipt(stage, man, "1", 20_000));
        script.evening(
                "2026-05-11",
                "限度額18,000円を超えた2,000円について、申請のお知らせを送る",
                stage -> stage.sees(stage.city(0), page(man), "令和8年4月診療分", "2,000円", "申請のお知らせ"));
        script.counter(
                "2026-05-13",
                "窓口で口座を添えて申請し、別の職員が確認する",
                stage -> AtTheCounter.benefit(stage, man, application()));
        script.evening(
                "2026-05-14",
                "広域連合が支給を決定し、市が決定通知書を送る",
                stage -> stage.sees(stage.city(0), page(man), "高額療養費 支給", "振込待ち", "発送"));
        later(script, man);
    }

    private static void later(Script script, Resident man) {
        script.evening(
                "2026-06-01",
                "5月20日に依頼した振込が済む",
                stage -> {
                    stage.sees(stage.city(0), page(man), "振込済", "ﾊﾞﾒﾝ ｺｳｶﾞｸ ****567");
                    stage.sees(stage.union(), "/benefits/checks", "決定と振込は一致しています");
                });
        script.morning(
                "2026-06-10",
                "4月診療分のレセプトが25,000円に訂正される",
                stage -> receipt(stage, man, "2", 25_000));
        script.evening(
                "2026-06-10",
                "申請なしに5,000円の追給が決まる",
                stage -> stage.sees(stage.city(0), page(man), "5,000", "追給"));
        script.look(0, "/people/" + man.personNo() + "/benefits", "給付の決定と申請");
        script.lookAtUnion(stage -> "/benefits/insured/" + insuredNo(stage, man), "レセプト・算定・決定・振込");
        script.lookAtUnion(
                stage -> "/benefits/insured/" + insuredNo(stage, man) + "/months/" + APRIL,
                "算定の根拠");
    }

    private static String page(Resident man) {
        return "/people/" + man.personNo() + "/benefits";
    }

    private static String insuredNo(Stage stage, Resident man) {
        return stage.value(
                stage.city(0),
                "select insured_no from koki.insured where person_no = ?",
                man.personNo());
    }

    private static Row taxed(Row tax) {
        return tax.copy().set(TaxFile.TAXABLE, 100_000L).set(TaxFile.TAXED, "1").build();
    }

    /** 国保連: the receipt of April, new or corrected. */
    private static void receipt(Stage stage, Resident man, String change, long paid) {
        Row row =
                CareReceiptFile.LAYOUT
                        .row()
                        .set(CareReceiptFile.RECEIPT_NO, "%018d".formatted(man.personNo()))
                        .set(CareReceiptFile.CHANGE, change)
                        .set(CareReceiptFile.EXAMINED, stage.today().withDayOfMonth(1))
                        .set(CareReceiptFile.CARE_MONTH, APRIL)
                        .set(CareReceiptFile.INSURED_NO, insuredNo(stage, man))
                        .set(CareReceiptFile.INSTITUTION, "2710000001")
                        .set(CareReceiptFile.KIND, "12")
                        .set(CareReceiptFile.SHARE, "1")
                        .set(CareReceiptFile.DAYS, 4L)
                        .set(CareReceiptFile.POINTS, paid)
                        .set(CareReceiptFile.PAID, paid)
                        .set(CareReceiptFile.IN_KIND, 0L)
                        .set(CareReceiptFile.PUBLIC_PAID, 0L)
                        .set(CareReceiptFile.DISEASE, false)
                        .set(CareReceiptFile.THIRD_PARTY, false)
                        .set(CareReceiptFile.MEALS, 0L)
                        .set(CareReceiptFile.MEALS_PAID, 0L)
                        .build();
        stage.send(FileKind.K_RECEIPT, "KOKUHO", stage.union(), List.of(row));
    }

    private static Map<String, String> application() {
        return Map.ofEntries(
                Map.entry("kind", "31"),
                Map.entry("channel", "1"),
                Map.entry("occurredOn", "2026-04-01"),
                Map.entry("relation", "1"),
                Map.entry("applicant", "場面　高額"),
                Map.entry("bankCode", "0991"),
                Map.entry("bankKana", "ミドリノ"),
                Map.entry("branchCode", "101"),
                Map.entry("branchKana", "ホンテン"),
                Map.entry("accountKind", "1"),
                Map.entry("accountNo", "1234567"),
                Map.entry("holder", "バメン　コウガク"),
                Map.entry("papers", "振込先の口座が分かるもの"),
                Map.entry("cameAs", "SELF"),
                Map.entry("identityCheck", "CARD"));
    }
}
