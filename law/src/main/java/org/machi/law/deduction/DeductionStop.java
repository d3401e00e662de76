package org.machi.law.deduction;

import org.machi.law.LegalBasis;

/** 中止事由: why a deduction from a pension ends. */
@LegalBasis({"準介138条1項", "則94条", "則106条"})
public enum DeductionStop {
    DEATH("死亡", true, "01"),
    MOVED_OUT("転出", true, "02"),
    /** 生活保護, 障害不該当 and the like. */
    LOSS("資格喪失", true, "04"),
    /** The amount can't be lowered any more: the deduction ends and begins anew another year. */
    DECREASE("年度内の減額", true, "03"),
    INCREASE("増額により普通徴収へ切替え", true, "03"),
    ACCOUNT_DEBIT("口座振替への変更", true, "03"),
    DISASTER("災害その他特別の事情", true, "03"),
    /** 介護保険料 is no longer taken by this municipality. */
    ADDRESS_EXCEPTION("介護保険の住所地特例による不一致", true, "04"),
    MORE_THAN_HALF("2分の1を超える", true, "03"),
    PENSION_ENDED("年金の失権", false, "01"),
    PENSION_SUSPENDED("年金の支給停止・差止", false, "02"),
    PENSION_SHORT("支払年金額の不足", false, "03"),
    OTHER_DEDUCTION("他の制度による中止", false, "05"),
    PLEDGED("担保供与", false, "");

    private final String japanese;
    private final boolean asked;
    private final String code;

    DeductionStop(String japanese, boolean asked, String code) {
        this.japanese = japanese;
        this.asked = asked;
        this.code = code;
    }

    public String japanese() {
        return japanese;
    }

    /** Whether the municipality asks for it (通知内容コード 41), or the pension's payer tells (22). */
    public boolean isAsked() {
        return asked;
    }

    /** 各種区分 of that record; empty where the payer leaves the person out from the start. */
    public String code() {
        return code;
    }
}
