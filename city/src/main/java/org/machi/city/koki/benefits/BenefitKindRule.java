package org.machi.city.koki.benefits;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.machi.formats.layout.BenefitApplyFile;

/** What each kind of application needs: papers, an amount, an account. */
enum BenefitKindRule {
    HIGH_COST("31", "診療月", true, false, List.of("振込先の口座が分かるもの")),
    COMBINED("33", "基準日（7月31日）", true, false, List.of("介護保険の自己負担額証明書", "振込先の口座が分かるもの")),
    EXPENSES("34", "支払った日", true, true, List.of("振込先の口座が分かるもの")),
    MEALS("35", "支払った日", true, false, List.of("入院時の食事代の領収書", "振込先の口座が分かるもの")),
    TRANSPORT("36", "支払った日", true, true, List.of("移送を必要とする医師の意見書", "移送費の領収書", "振込先の口座が分かるもの")),
    FUNERAL("37", "葬祭を行った日", true, false, List.of("葬祭を行ったことが分かるもの（領収書、会葬礼状）", "振込先の口座が分かるもの")),
    THIRD_PARTY("41", "事故の日", false, false, List.of("交通事故証明書", "事故発生状況報告書", "念書・同意書")),
    RELIEF("42", "事由の生じた日", false, false, List.of("り災証明書又は収入の分かるもの")),
    ACCOUNT("43", "届出の日", true, false, List.of("振込先の口座が分かるもの")),
    LONG_STAY("44", "申請の日", false, false, List.of("入院期間の分かる領収書等")),
    CHECKUP("52", "受診した日", true, true, List.of("人間ドックの領収書", "検査結果の写し", "振込先の口座が分かるもの"));

    private final String code;
    private final String day;
    private final boolean account;
    private final boolean paid;
    private final List<String> papers;

    BenefitKindRule(String code, String day, boolean account, boolean paid, List<String> papers) {
        this.code = code;
        this.day = day;
        this.account = account;
        this.paid = paid;
        this.papers = papers;
    }

    static Optional<BenefitKindRule> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public String label() {
        return BenefitApplyFile.KIND.meaning(code);
    }

    /** What 事由発生年月日 means for the kind. */
    public String day() {
        return day;
    }

    /** Whether money may follow, so that an account must be told. */
    boolean asksAccount() {
        return account;
    }

    /** Whether the amount that was paid must be told. */
    boolean asksPaid() {
        return paid;
    }

    /** 添付書類. */
    public List<String> papers() {
        return papers;
    }
}
