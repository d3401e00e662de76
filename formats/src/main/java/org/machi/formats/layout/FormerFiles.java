package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** Migration from the former system (MIG_*): what a new city system can't start without. */
public final class FormerFiles {
    private FormerFiles() {}

    /** MIG_INSURED: insured people with the former system's numbers; 外字 may still be in names. */
    public static final class Insured {
        private static final Layout.Builder L = Layout.named("移行 被保険者");

        public static final Column<String> OLD_PERSON_NO =
                L.must(Column.ascii("old_person_no", "旧個人番号", 20));
        public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
        public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
        public static final Column<String> NAME = L.must(Column.legacyText("name", "氏名（漢字）", 80));
        public static final Column<String> NAME_KANA =
                L.must(Column.kana("name_kana", "氏名（カナ）", 100));
        public static final Column<String> BIRTH_ON =
                L.must(Column.uncertainDate("birth_on", "生年月日"));
        public static final Column<String> SEX = L.must(Keys.sex());
        public static final Column<LocalDate> ACQUIRED_ON =
                L.must(Column.date("acquired_on", "資格取得年月日"));
        public static final Column<String> ACQUIRED_BY = L.must(InsuredFile.acquiredBy());
        public static final Column<LocalDate> LOST_ON = L.add(Column.date("lost_on", "資格喪失年月日"));
        public static final Column<String> LOST_BY = L.add(InsuredFile.lostBy());
        public static final Column<String> METHOD = L.add(Keys.method());
        public static final Column<Boolean> DEDUCTION_STOP =
                L.must(Column.flag("deduction_stop", "特別徴収中止希望フラグ"));
        public static final Column<String> MAIL_NAME =
                L.add(Column.legacyText("mail_name", "送付先氏名", 80));
        public static final Column<String> MAIL_POSTAL_CODE =
                L.add(Column.digits("mail_postal_code", "送付先郵便番号", 7));
        public static final Column<String> MAIL_ADDRESS =
                L.add(Column.legacyText("mail_address", "送付先住所", 150));
        public static final Column<LocalDate> MAIL_FROM =
                L.add(Column.date("mail_from", "送付先開始年月日"));

        public static final Layout LAYOUT = L.build();

        private Insured() {}
    }

    /** MIG_CLOSING: last year's closing per person and levy year, as 決算 froze it. */
    public static final class Closing {
        private static final Layout.Builder L = Layout.named("移行 前年度決算");

        public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
        public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
        public static final Column<Long> ACCOUNT_YEAR = L.must(Column.year("account_year", "会計年度"));
        public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
        public static final Column<Long> DECISION_YEAR = L.must(Keys.decisionYear());
        public static final Column<String> ASSESSMENT_NO = L.must(Keys.assessmentNo());
        public static final Column<String> METHOD = L.must(Keys.method());
        public static final Column<Long> CHARGED = L.total(Column.yen("charged", "調定額"));
        public static final Column<Long> RECEIVED = L.must(Column.yen("received", "収納額"));
        public static final Column<Long> REFUNDED = L.must(Column.yen("refunded", "還付額"));
        public static final Column<Long> UNREFUNDED = L.must(Column.yen("unrefunded", "還付未済額"));
        public static final Column<Long> WRITTEN_OFF = L.must(Column.yen("written_off", "不納欠損額"));
        public static final Column<Long> UNPAID = L.must(Column.yen("unpaid", "収入未済額"));

        public static final Layout LAYOUT = L.build();

        private Closing() {}
    }

    /** MIG_DEDUCTION: the February deduction on which April to August's provisional ones rest. */
    public static final class Deduction {
        private static final Layout.Builder L = Layout.named("移行 2月特別徴収額");

        public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
        public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
        public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
        public static final Column<String> COLLECTOR =
                L.must(Column.digits("collector", "特別徴収義務者コード", 3));
        public static final Column<String> PENSION_NO =
                L.must(Column.digits("pension_no", "基礎年金番号", 10));
        public static final Column<String> PENSION_CODE =
                L.must(Column.digits("pension_code", "年金コード", 4));
        public static final Column<Long> YEAR_PREMIUM =
                L.must(Column.yen("year_premium", "前年度保険料額"));
        public static final Column<Long> FEBRUARY = L.total(Column.yen("february", "2月特別徴収額"));

        /** 4月開始: people whose first deduction is in April, so that no February amount exists. */
        public static final Column<Long> PROVISIONAL =
                L.must(Column.yen("provisional", "4月仮徴収予定額"));

        public static final Column<Long> PENSION_YEARLY =
                L.add(Column.yen("pension_yearly", "年金額（年額）"));

        public static final Layout LAYOUT = L.build();

        private Deduction() {}
    }

    /** MIG_ARREARS: unpaid instalments of earlier years with what starts and stops limitation. */
    public static final class Arrears {
        private static final Layout.Builder L = Layout.named("移行 滞納");

        public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
        public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
        public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
        public static final Column<Long> DECISION_YEAR = L.must(Keys.decisionYear());
        public static final Column<String> ASSESSMENT_NO = L.must(Keys.assessmentNo());
        public static final Column<Long> PERIOD = L.must(Keys.period());
        public static final Column<LocalDate> DUE_ON = L.must(Column.date("due_on", "納期限年月日"));
        public static final Column<Long> CHARGED = L.must(Column.yen("charged", "期割額"));
        public static final Column<Long> RECEIVED = L.must(Column.yen("received", "収納済額"));
        public static final Column<Long> UNPAID = L.total(Column.yen("unpaid", "収納未済額"));
        public static final Column<Long> DEMAND_FEE = L.must(Column.yen("demand_fee", "督促手数料調定額"));
        public static final Column<Long> DEMAND_FEE_PAID =
                L.must(Column.yen("demand_fee_paid", "督促手数料済額"));
        public static final Column<Long> LATE_CHARGE_PAID =
                L.must(Column.yen("late_charge_paid", "延滞金済額"));
        public static final Column<LocalDate> DEMANDED_ON =
                L.add(Column.date("demanded_on", "督促状発行年月日"));
        public static final Column<LocalDate> LIMITATION_FROM =
                L.must(Column.date("limitation_from", "時効起算年月日"));
        public static final Column<String> LIMITATION_BY = L.must(ArrearsFile.limitationBy());
        public static final Column<LocalDate> LIMITATION_ON =
                L.must(Column.date("limitation_on", "時効完成年月日"));
        public static final Column<LocalDate> PROMISED_ON =
                L.add(Column.date("promised_on", "納付誓約年月日"));
        public static final Column<LocalDate> LAST_PAID_ON =
                L.add(Column.date("last_paid_on", "最終領収年月日"));

        public static final Layout LAYOUT = L.build();

        private Arrears() {}
    }

    /** MIG_OVERPAID: over-payments that were neither refunded nor offset at the change-over. */
    public static final class Overpaid {
        private static final Layout.Builder L = Layout.named("移行 過誤納");

        public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
        public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
        public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
        public static final Column<Long> DECISION_YEAR = L.must(Keys.decisionYear());
        public static final Column<String> ASSESSMENT_NO = L.must(Keys.assessmentNo());
        public static final Column<String> METHOD = L.must(Keys.method());
        public static final Column<Long> PERIOD = L.must(Keys.period());
        public static final Column<LocalDate> PAID_ON = L.must(Column.date("paid_on", "領収年月日"));
        public static final Column<LocalDate> AROSE_ON =
                L.must(Column.date("arose_on", "過誤納発生年月日"));
        public static final Column<String> REASON =
                L.must(
                        Column.code(
                                "reason",
                                "過誤納事由コード",
                                "1",
                                "二重納付",
                                "2",
                                "減額更正",
                                "3",
                                "死亡・資格喪失",
                                "4",
                                "特別徴収過納",
                                "9",
                                "その他"));
        public static final Column<LocalDate> NOTIFIED_ON =
                L.add(Column.date("notified_on", "還付通知発行年月日"));
        public static final Column<Long> AMOUNT = L.total(Column.yen("amount", "過誤納額"));

        public static final Layout LAYOUT = L.build();

        private Overpaid() {}
    }

    /** MIG_CHARMAP: the former system's 外字 and the Unicode sequence that each one is. */
    public static final class CharMap {
        private static final Layout.Builder L = Layout.named("移行 文字対応表");

        /** Four to six hexadecimal digits of the private use code point in the migration files. */
        public static final Column<String> OLD_CODE = L.must(Column.ascii("old_code", "旧外字コード", 6));

        /** The code in the former system itself, as its manual shows it. */
        public static final Column<String> OLD_SYSTEM_CODE =
                L.must(Column.ascii("old_system_code", "旧システム内部コード", 12));

        /** Base character and, where there is one, its variation selector. */
        public static final Column<String> CHARACTER = L.add(Column.text("character", "対応文字", 1));

        public static final Column<String> MJ_NAME = L.add(Column.ascii("mj_name", "MJ文字図形名", 8));
        public static final Column<String> STATE =
                L.must(Column.code("state", "同定状態", "1", "同定済", "2", "類字で代替", "9", "未同定（●で表示）"));
        public static final Column<String> READING = L.add(Column.kana("reading", "読み", 20));

        public static final Layout LAYOUT = L.build();

        private CharMap() {}
    }

    /** MIG_UNION: the union's former register with last year's assessment. */
    public static final class Register {
        private static final Layout.Builder L = Layout.named("移行 広域連合台帳");

        public static final Column<String> INSURER_NO = L.must(Keys.insurerNo());
        public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
        public static final Column<String> MUNICIPALITY_CODE = L.must(Keys.municipalityCode());
        public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
        public static final Column<String> NAME = L.must(Column.legacyText("name", "氏名（漢字）", 80));
        public static final Column<String> NAME_KANA =
                L.must(Column.kana("name_kana", "氏名（カナ）", 100));
        public static final Column<String> BIRTH_ON =
                L.must(Column.uncertainDate("birth_on", "生年月日"));
        public static final Column<String> SEX = L.must(Keys.sex());
        public static final Column<LocalDate> ACQUIRED_ON =
                L.must(Column.date("acquired_on", "資格取得年月日"));
        public static final Column<String> ACQUIRED_BY = L.must(InsuredFile.acquiredBy());
        public static final Column<LocalDate> LOST_ON = L.add(Column.date("lost_on", "資格喪失年月日"));
        public static final Column<String> LOST_BY = L.add(InsuredFile.lostBy());
        public static final Column<String> COPAY = L.must(InsuredFile.copay());

        /** 元被扶養者: dependant of an employee's insurance on the day before (法99条2項). */
        public static final Column<LocalDate> DEPENDANT_FROM =
                L.add(Column.date("dependant_from", "元被扶養者該当年月日"));

        public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
        public static final Column<String> ASSESSMENT_NO = L.add(Keys.assessmentNo());
        public static final Column<Long> ASSESSMENT_VERSION = L.add(Keys.assessmentVersion());
        public static final Column<Long> BASE = L.add(Column.yen("base", "賦課のもととなる所得金額"));
        public static final Column<Long> MONTHS = L.add(Column.number("months", "月数", 0, 12));
        public static final Column<Long> PREMIUM = L.total(Column.yen("premium", "前年度保険料額"));

        public static final Layout LAYOUT = L.build();

        private Register() {}
    }
}
