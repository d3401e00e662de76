package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** Index of a print bundle (PRINT_INDEX); the PDF of the same name lies beside it. */
public final class PrintIndexFile {
    private static final Layout.Builder L = Layout.named("印刷物索引");

    public static final Column<String> BUNDLE = L.must(Column.ascii("bundle", "束番号", 40));
    public static final Column<String> LETTER_NO = L.must(Column.digits("letter_no", "発送番号", 12));
    public static final Column<String> KIND = L.must(letterKind());
    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> ADDRESSEE = L.must(Column.text("addressee", "宛名", 100));
    public static final Column<String> POSTAL_CODE = L.add(Column.digits("postal_code", "郵便番号", 7));
    public static final Column<String> ADDRESS = L.must(Column.text("address", "送付先住所", 220));
    public static final Column<Long> FIRST_PAGE =
            L.must(Column.number("first_page", "先頭ページ", 1, 9_999_999));
    public static final Column<Long> PAGES = L.must(Column.number("pages", "ページ数", 1, 999));
    public static final Column<Long> PERIOD = L.add(Keys.period());
    public static final Column<String> SLIP_NO = L.add(Column.digits("slip_no", "納付書番号", 10));

    /** The slip's barcode; empty for letters without slip and for amounts over 300,000 yen. */
    public static final Column<String> BARCODE = L.add(Column.digits("barcode", "バーコード", 44));

    public static final Column<String> OCR_LINE = L.add(Column.digitsUpTo("ocr_line", "OCR行", 60));
    public static final Column<Long> AMOUNT = L.total(Column.yen("amount", "納付金額"));
    public static final Column<LocalDate> DUE_ON = L.add(Column.date("due_on", "納期限年月日"));
    public static final Column<LocalDate> USE_BY = L.add(Column.date("use_by", "取扱期限年月日"));
    public static final Column<LocalDate> POST_ON = L.must(Column.date("post_on", "発送予定年月日"));

    public static final Layout LAYOUT = L.build();

    private PrintIndexFile() {}

    static Column<String> letterKind() {
        return Column.code(
                "kind",
                "帳票種別コード",
                "01",
                "保険料額決定通知書",
                "02",
                "納入通知書",
                "03",
                "特別徴収開始通知書",
                "04",
                "特別徴収中止通知書",
                "05",
                "仮徴収額決定通知書",
                "06",
                "保険料額変更通知書",
                "07",
                "納付書",
                "08",
                "督促状",
                "09",
                "催告書",
                "10",
                "還付通知書",
                "11",
                "充当通知書",
                "12",
                "口座振替不能通知書",
                "13",
                "口座振替開始通知書",
                "14",
                "納付済額のお知らせ",
                "15",
                "資格確認書",
                "16",
                "照会書",
                "17",
                "資格情報のお知らせ",
                "18",
                "特定疾病療養受療証",
                "19",
                "障害認定通知書",
                "20",
                "障害認定更新案内",
                "21",
                "給付支給決定通知書",
                "22",
                "給付支給申請のお知らせ",
                "23",
                "健康診査受診券",
                "24",
                "一部負担金減免等証明書",
                "99",
                "その他");
    }
}
