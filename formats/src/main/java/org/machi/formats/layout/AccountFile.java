package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 口座振替の登録・変更・解約 (ACCOUNT_REG), from banks' forms and the counter. */
public final class AccountFile {
    private static final Layout.Builder L = Layout.named("口座振替登録");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.add(Keys.insuredNo());
    public static final Column<String> LEVY =
            L.must(Column.code("levy", "科目コード", "39", "後期高齢者医療保険料", "35", "介護保険料"));
    public static final Column<String> CHANGE =
            L.must(Column.code("change", "異動区分", "1", "新規", "2", "変更", "3", "解約"));
    public static final Column<LocalDate> ACCEPTED_ON = L.must(Column.date("accepted_on", "受付年月日"));
    public static final Column<LocalDate> EFFECTIVE_FROM =
            L.must(Column.date("effective_from", "開始年月日"));
    public static final Column<String> BANK_CODE = L.must(Column.digits("bank_code", "金融機関コード", 4));
    public static final Column<String> BRANCH_CODE =
            L.must(Column.digits("branch_code", "支店コード", 3));
    public static final Column<String> BANK_NAME = L.must(Column.text("bank_name", "金融機関名", 30));
    public static final Column<String> BANK_KANA =
            L.must(Column.bankKana("bank_kana", "金融機関名（カナ）", 15));
    public static final Column<String> BRANCH_NAME = L.must(Column.text("branch_name", "支店名", 30));
    public static final Column<String> BRANCH_KANA =
            L.must(Column.bankKana("branch_kana", "支店名（カナ）", 15));
    public static final Column<String> ACCOUNT_KIND = L.must(Keys.accountKind());
    public static final Column<String> ACCOUNT_NO = L.must(Column.digits("account_no", "口座番号", 7));
    public static final Column<String> HOLDER = L.must(Column.text("holder", "口座名義人", 60));
    public static final Column<String> HOLDER_KANA =
            L.must(Column.bankKana("holder_kana", "口座名義人（カナ）", 30));

    public static final Layout LAYOUT = L.build();

    private AccountFile() {}
}
