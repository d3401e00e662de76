package org.machi.city.levy;

/** Why a 納付書 is issued. */
public enum SlipPurpose {
    NOTICE("納入通知"),
    CHANGE("変更"),
    DEBIT_FAILED("口座振替不能"),
    DEMAND("督促"),
    JOINT("連帯納付義務者への督促"),
    LATE("延滞金"),
    REISSUE("再発行");

    private final String japanese;

    SlipPurpose(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
