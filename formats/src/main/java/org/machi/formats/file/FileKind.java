package org.machi.formats.file;

import static org.machi.formats.file.Party.BANK;
import static org.machi.formats.file.Party.CITY;
import static org.machi.formats.file.Party.CVS;
import static org.machi.formats.file.Party.FUKUSHI;
import static org.machi.formats.file.Party.GYOMU;
import static org.machi.formats.file.Party.JUKI;
import static org.machi.formats.file.Party.KAIGO;
import static org.machi.formats.file.Party.KOKUHO;
import static org.machi.formats.file.Party.NENKIN;
import static org.machi.formats.file.Party.OLD;
import static org.machi.formats.file.Party.OTHER;
import static org.machi.formats.file.Party.PRINT;
import static org.machi.formats.file.Party.TAX;
import static org.machi.formats.file.Party.UNION;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Layout;
import org.machi.formats.layout.AccountFile;
import org.machi.formats.layout.ArrearsFile;
import org.machi.formats.layout.BankReceiptFile;
import org.machi.formats.layout.BenefitApplyFile;
import org.machi.formats.layout.BenefitCallFile;
import org.machi.formats.layout.BenefitFile;
import org.machi.formats.layout.CardFile;
import org.machi.formats.layout.CareChargeFile;
import org.machi.formats.layout.CareDeductionFile;
import org.machi.formats.layout.CareInsuredFile;
import org.machi.formats.layout.CareReceiptFile;
import org.machi.formats.layout.CheckFile;
import org.machi.formats.layout.DebitFile;
import org.machi.formats.layout.DecisionFile;
import org.machi.formats.layout.DeliveryFile;
import org.machi.formats.layout.DeliverySeenFile;
import org.machi.formats.layout.ExceptionFile;
import org.machi.formats.layout.FormerFiles;
import org.machi.formats.layout.IncomeAnswerFile;
import org.machi.formats.layout.IncomeInquiryFile;
import org.machi.formats.layout.InstalmentFile;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.NonResidentAnswerFile;
import org.machi.formats.layout.NonResidentAskFile;
import org.machi.formats.layout.NonResidentFile;
import org.machi.formats.layout.OwnCostFile;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.PremiumFile;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.formats.layout.PrintResultFile;
import org.machi.formats.layout.ReceiptFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.ResultFile;
import org.machi.formats.layout.RightsFile;
import org.machi.formats.layout.StoreReceiptFile;
import org.machi.formats.layout.TaxFile;
import org.machi.formats.layout.TransferFailedFile;
import org.machi.formats.layout.TransferFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.formats.layout.UnionPersonFile;
import org.machi.formats.layout.WelfareFile;

/**
 * Every kind of file that the organisations exchange; the name is the 種別 in headers and file names.
 */
public enum FileKind {
    JUKI_ALL("住民基本台帳（全件）", ResidentFile.LAYOUT, JUKI, CITY, Policy.LIST_BAD_ROWS, "年1回（4月1日）"),
    JUKI_DIFF("住民基本台帳（異動）", ResidentFile.LAYOUT, JUKI, CITY, Policy.LIST_BAD_ROWS, "開庁日"),
    NONRES("住登外者", NonResidentFile.LAYOUT, JUKI, CITY, Policy.LIST_BAD_ROWS, "随時"),
    NONRES_ASK("住登外者 照会・付番依頼", NonResidentAskFile.LAYOUT, GYOMU, CITY, Policy.LIST_BAD_ROWS, "随時"),
    NONRES_ANSWER(
            "住登外者 照会・付番回答",
            NonResidentAnswerFile.LAYOUT,
            CITY,
            GYOMU,
            Policy.LIST_BAD_ROWS,
            "依頼の日"),
    TAX_ALL("所得・課税情報（全件）", TaxFile.LAYOUT, TAX, CITY, Policy.LIST_BAD_ROWS, "年1回（6月）"),
    TAX_DIFF("所得・課税情報（異動）", TaxFile.LAYOUT, TAX, CITY, Policy.LIST_BAD_ROWS, "開庁日"),
    SEIHO("生活保護情報", WelfareFile.LAYOUT, FUKUSHI, CITY, Policy.LIST_BAD_ROWS, "月次"),
    KAIGO_DED("介護保険料 特別徴収額", CareDeductionFile.LAYOUT, KAIGO, CITY, Policy.REFUSE_WHOLE, "月次"),
    KAIGO_CHARGE("介護保険料 調定", CareChargeFile.LAYOUT, KAIGO, CITY, Policy.REFUSE_WHOLE, "7月・月次"),
    ACCOUNT_REG("口座振替登録", AccountFile.LAYOUT, BANK, CITY, Policy.LIST_BAD_ROWS, "月次"),

    MIG_INSURED("移行 被保険者", FormerFiles.Insured.LAYOUT, OLD, CITY, Policy.LIST_BAD_ROWS, "移行時"),
    MIG_CLOSING("移行 前年度決算", FormerFiles.Closing.LAYOUT, OLD, CITY, Policy.LIST_BAD_ROWS, "移行時"),
    MIG_DEDUCTION(
            "移行 2月特別徴収額", FormerFiles.Deduction.LAYOUT, OLD, CITY, Policy.REFUSE_WHOLE, "移行時"),
    MIG_ARREARS("移行 滞納", FormerFiles.Arrears.LAYOUT, OLD, CITY, Policy.LIST_BAD_ROWS, "移行時"),
    MIG_OVERPAID("移行 過誤納", FormerFiles.Overpaid.LAYOUT, OLD, CITY, Policy.LIST_BAD_ROWS, "移行時"),
    MIG_CHARMAP("移行 文字対応表", FormerFiles.CharMap.LAYOUT, OLD, CITY, Policy.LIST_BAD_ROWS, "移行時"),
    MIG_UNION("移行 広域連合台帳", FormerFiles.Register.LAYOUT, OLD, UNION, Policy.LIST_BAD_ROWS, "移行時"),

    U_PERSON("住民基本台帳情報（広域連合）", UnionPersonFile.LAYOUT, CITY, UNION, Policy.LIST_BAD_ROWS, "開庁日"),
    U_TAX("所得・課税情報（広域連合）", TaxFile.LAYOUT, CITY, UNION, Policy.LIST_BAD_ROWS, "月次・6月"),
    U_APPLY("届出・申請情報", UnionApplyFile.LAYOUT, CITY, UNION, Policy.LIST_BAD_ROWS, "開庁日"),
    U_INSURED("被保険者情報", InsuredFile.LAYOUT, UNION, CITY, Policy.LIST_BAD_ROWS, "開庁日"),
    U_PREMIUM("賦課情報", PremiumFile.LAYOUT, UNION, CITY, Policy.REFUSE_WHOLE, "7月本算定・月次"),
    U_INSTALMENT("期割情報", InstalmentFile.LAYOUT, CITY, UNION, Policy.REFUSE_WHOLE, "開庁日又は月次"),
    U_RECEIPT("収納情報", ReceiptFile.LAYOUT, CITY, UNION, Policy.REFUSE_WHOLE, "開庁日又は月次"),
    U_ARREARS("滞納情報", ArrearsFile.LAYOUT, CITY, UNION, Policy.REFUSE_WHOLE, "開庁日又は月次"),
    U_DECISION("届出・申請の決定", DecisionFile.LAYOUT, UNION, CITY, Policy.LIST_BAD_ROWS, "開庁日"),
    U_CARD("証発行用情報", CardFile.LAYOUT, UNION, CITY, Policy.LIST_BAD_ROWS, "開庁日"),
    U_EXCEPTION("住所地特例者情報", ExceptionFile.LAYOUT, UNION, CITY, Policy.LIST_BAD_ROWS, "月次"),
    KOKI_RIGHTS("行政資格異動データ", RightsFile.LAYOUT, CITY, JUKI, Policy.LIST_BAD_ROWS, "開庁日"),
    U_CHECK("突合結果", CheckFile.LAYOUT, UNION, CITY, Policy.REFUSE_WHOLE, "開庁日又は月次"),

    U_RESULT("取込結果（広域連合の取込）", ResultFile.LAYOUT, UNION, CITY, Policy.LIST_BAD_ROWS, "取込の日"),
    C_RESULT("取込結果（市区町村の取込）", ResultFile.LAYOUT, CITY, UNION, Policy.LIST_BAD_ROWS, "取込の日"),
    U_DELIVERY("配信ファイル", DeliveryFile.LAYOUT, UNION, CITY, Policy.REFUSE_WHOLE, "定義の周期"),
    C_DELIVERY_SEEN(
            "配信ファイルの取得状況", DeliverySeenFile.LAYOUT, CITY, UNION, Policy.LIST_BAD_ROWS, "取得の翌開庁日まで"),
    K_INSURED("被保険者マスタ（国保連）", CareInsuredFile.LAYOUT, UNION, KOKUHO, Policy.REFUSE_WHOLE, "月次"),
    K_RECEIPT("レセプト情報", CareReceiptFile.LAYOUT, KOKUHO, UNION, Policy.LIST_BAD_ROWS, "月次"),
    K_OWN_COST("自己負担額情報", OwnCostFile.LAYOUT, KOKUHO, UNION, Policy.LIST_BAD_ROWS, "年次"),
    U_BENEFIT_APPLY(
            "給付申請情報", BenefitApplyFile.LAYOUT, CITY, UNION, Policy.LIST_BAD_ROWS, "開庁日又は月次"),
    U_BENEFIT("給付決定情報", BenefitFile.LAYOUT, UNION, CITY, Policy.LIST_BAD_ROWS, "開庁日"),
    U_BENEFIT_CALL("高額療養費支給申請の勧奨", BenefitCallFile.LAYOUT, UNION, CITY, Policy.LIST_BAD_ROWS, "月次"),

    Z31("特別徴収対象者情報", NENKIN, CITY),
    Z32("特別徴収依頼情報", CITY, NENKIN),
    Z33("特別徴収依頼処理結果情報", NENKIN, CITY),
    Z34("特別徴収結果情報", NENKIN, CITY),
    Z3A("各種異動情報", CITY, NENKIN),

    ZENGIN_DEBIT("口座振替請求", DebitFile.LAYOUT, DebitFile.SENDER.layout(), CITY, BANK, "納期ごと"),
    ZENGIN_DEBIT_RESULT("口座振替結果", DebitFile.LAYOUT, DebitFile.SENDER.layout(), BANK, CITY, "納期ごと"),
    ZENGIN_TRANSFER("総合振込", TransferFile.LAYOUT, TransferFile.SENDER.layout(), CITY, BANK, "週次"),

    ZENGIN_BENEFIT(
            "総合振込（給付）", TransferFile.LAYOUT, TransferFile.SENDER.layout(), UNION, BANK, "月次"),
    BENEFIT_FAILED("振込不能通知（給付）", TransferFailedFile.LAYOUT, BANK, UNION, Policy.REFUSE_WHOLE, "随時"),

    BANK_RECEIPT("納付済通知", BankReceiptFile.LAYOUT, BANK, CITY, Policy.REFUSE_WHOLE, "開庁日"),
    CVS_PROMPT("コンビニ収納 速報", StoreReceiptFile.LAYOUT, CVS, CITY, Policy.REFUSE_WHOLE, "開庁日"),
    CVS_FINAL("コンビニ収納 確報", StoreReceiptFile.LAYOUT, CVS, CITY, Policy.REFUSE_WHOLE, "開庁日"),
    CVS_CANCEL("コンビニ収納 速報取消", StoreReceiptFile.LAYOUT, CVS, CITY, Policy.REFUSE_WHOLE, "開庁日"),
    PRINT_INDEX("印刷物索引", PrintIndexFile.LAYOUT, CITY, PRINT, Policy.REFUSE_WHOLE, "印刷ごと"),
    PRINT_RESULT("発送結果", PrintResultFile.LAYOUT, PRINT, CITY, Policy.LIST_BAD_ROWS, "開庁日"),
    INCOME_ASK("所得照会", IncomeInquiryFile.LAYOUT, CITY, OTHER, Policy.LIST_BAD_ROWS, "随時"),
    INCOME_ANSWER("所得照会回答", IncomeAnswerFile.LAYOUT, OTHER, CITY, Policy.LIST_BAD_ROWS, "随時");

    /** What happens to a file in which single rows are wrong. */
    public enum Policy {
        /** The sender repeats the file; files about money, whose totals must agree. */
        REFUSE_WHOLE,
        /** Good rows are taken, bad ones go to the error list. */
        LIST_BAD_ROWS
    }

    /** How the bytes are laid out. */
    public enum Codec {
        CSV,
        ZENGIN,
        PENSION
    }

    private final String label;
    private final Layout layout;
    private final @Nullable Layout head;
    private final Party sender;
    private final Party receiver;
    private final Policy policy;
    private final Codec codec;
    private final String timing;

    FileKind(
            String label,
            Layout layout,
            Party sender,
            Party receiver,
            Policy policy,
            String timing) {
        this.label = label;
        this.layout = layout;
        this.head = null;
        this.sender = sender;
        this.receiver = receiver;
        this.policy = policy;
        this.codec = Codec.CSV;
        this.timing = timing;
    }

    FileKind(
            String label, Layout layout, Layout head, Party sender, Party receiver, String timing) {
        this.label = label;
        this.layout = layout;
        this.head = head;
        this.sender = sender;
        this.receiver = receiver;
        this.policy = Policy.REFUSE_WHOLE;
        this.codec = Codec.ZENGIN;
        this.timing = timing;
    }

    FileKind(String label, Party sender, Party receiver) {
        this.label = label;
        this.layout = PensionFile.LAYOUT;
        this.head = null;
        this.sender = sender;
        this.receiver = receiver;
        this.policy = Policy.REFUSE_WHOLE;
        this.codec = Codec.PENSION;
        this.timing = "捕捉の暦による";
    }

    /** The code in headers and file names (種別). */
    public String code() {
        return name();
    }

    /** Japanese name. */
    public String label() {
        return label;
    }

    public Layout layout() {
        return layout;
    }

    /** Values that stand once in the file's header record (全銀 only). */
    public Optional<Layout> head() {
        return Optional.ofNullable(head);
    }

    public Party sender() {
        return sender;
    }

    public Party receiver() {
        return receiver;
    }

    public Policy policy() {
        return policy;
    }

    public Codec codec() {
        return codec;
    }

    /** When it is sent, in Japanese. */
    public String timing() {
        return timing;
    }

    /** The kind of this code, if there is one. */
    public static Optional<FileKind> find(String code) {
        for (FileKind kind : values()) {
            if (kind.name().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
