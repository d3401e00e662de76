package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 給付申請情報 (U_BENEFIT_APPLY): what a city's counter took in, checked and confirmed by a second clerk.
 * What a kind needs: see the columns' comments.
 */
public final class BenefitApplyFile {
    private static final Layout.Builder L = Layout.named("給付申請情報");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<String> RECEPTION_NO =
            L.must(Column.digits("reception_no", "受付番号", 10));
    public static final Column<String> KIND = L.must(BenefitCodes.kind());
    public static final Column<String> CANCELLED =
            L.must(Column.code("cancelled", "取消区分", "0", "通常", "1", "取消"));
    public static final Column<LocalDate> RECEIVED_ON = L.must(Column.date("received_on", "受付年月日"));
    public static final Column<String> CHANNEL =
            L.must(Column.code("channel", "受付方法", "1", "窓口", "2", "郵送", "3", "電子申請"));

    /** 診療月, 基準日, day of the payment, of the funeral or of the accident. */
    public static final Column<LocalDate> OCCURRED_ON =
            L.must(Column.date("occurred_on", "事由発生年月日"));

    /** 療養費. */
    public static final Column<String> EXPENSE =
            L.add(
                    Column.code(
                            "expense",
                            "療養費区分",
                            "1",
                            "治療用装具",
                            "2",
                            "海外療養",
                            "3",
                            "証の不携帯等（自費診療）",
                            "4",
                            "生血",
                            "5",
                            "あんま・はり・きゅう（償還払い）"));

    /** 療養費, 移送費: what was paid; 食事: what was paid for meals. */
    public static final Column<Long> PAID = L.add(Column.yen("paid", "支払った額"));

    /** 高額介護合算: 自己負担額証明書 of the care insurance. */
    public static final Column<Long> CARE_PAID = L.add(Column.yen("care_paid", "介護の自己負担額"));

    /** 長期入院該当: days of admission within twelve months; 食事: number of meals. */
    public static final Column<Long> DAYS = L.add(Column.number("days", "入院日数・食事回数", 0, 999));

    public static final Column<String> APPLICANT = L.must(Column.text("applicant", "申請者氏名", 80));
    public static final Column<String> RELATION =
            L.must(
                    Column.code(
                            "relation",
                            "申請者区分",
                            "1",
                            "本人",
                            "2",
                            "世帯主",
                            "3",
                            "相続人",
                            "4",
                            "葬祭を行った者",
                            "5",
                            "代理人"));
    public static final Column<String> APPLICANT_ADDRESS =
            L.add(Column.text("applicant_address", "申請者住所", 220));
    public static final Column<String> BANK_CODE = L.add(Column.digits("bank_code", "金融機関コード", 4));
    public static final Column<String> BANK_KANA =
            L.add(Column.bankKana("bank_kana", "金融機関名（カナ）", 15));
    public static final Column<String> BRANCH_CODE =
            L.add(Column.digits("branch_code", "支店コード", 3));
    public static final Column<String> BRANCH_KANA =
            L.add(Column.bankKana("branch_kana", "支店名（カナ）", 15));
    public static final Column<String> ACCOUNT_KIND = L.add(Keys.accountKind());
    public static final Column<String> ACCOUNT_NO = L.add(Column.digits("account_no", "口座番号", 7));
    public static final Column<String> HOLDER_KANA =
            L.add(Column.bankKana("holder_kana", "口座名義人（カナ）", 30));
    public static final Column<String> NOTE = L.add(Column.text("note", "備考", 200));

    public static final Layout LAYOUT = L.build();

    private BenefitApplyFile() {}
}
