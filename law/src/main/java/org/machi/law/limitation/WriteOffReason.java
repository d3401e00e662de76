package org.machi.law.limitation;

import org.machi.law.LawException;
import org.machi.law.LegalBasis;

/** 不納欠損事由. */
@LegalBasis({"法160条", "法113条", "自治法231条の3第3項"})
public enum WriteOffReason {
    LIMITATION("1", "時効完成"),
    STAYED_THREE_YEARS("2", "執行停止3年継続"),
    EXTINGUISHED("3", "即時消滅"),
    DEATH("4", "死亡・相続放棄等"),
    BANKRUPTCY("5", "破産免責"),
    OTHER("9", "その他");

    private final String code;
    private final String japanese;

    WriteOffReason(String code, String japanese) {
        this.code = code;
        this.japanese = japanese;
    }

    public String code() {
        return code;
    }

    public String japanese() {
        return japanese;
    }

    public static WriteOffReason ofCode(String code) {
        for (WriteOffReason reason : values()) {
            if (reason.code.equals(code)) {
                return reason;
            }
        }
        throw new LawException("不納欠損事由ではありません: " + code);
    }
}
