package org.machi.city.levy.desk;

/** 収納の状態: how an instalment stands, as people read it. */
enum Standing {
    NONE("調定なし", ""),
    OVERPAID("過誤納あり", "warn"),
    WRITTEN_OFF("不納欠損", ""),
    PAID("完納", "good"),
    OVERDUE("滞納", "bad"),
    OPEN("納期未到来", "");

    private final String japanese;
    private final String tone;

    Standing(String japanese, String tone) {
        this.japanese = japanese;
        this.tone = tone;
    }

    String japanese() {
        return japanese;
    }

    String tone() {
        return tone;
    }

    static Standing of(long charged, long open, long held, long writtenOff, boolean due) {
        if (held > 0) {
            return OVERPAID;
        }
        if (open > 0) {
            return due ? OVERDUE : OPEN;
        }
        if (writtenOff > 0) {
            return WRITTEN_OFF;
        }
        return charged == 0 ? NONE : PAID;
    }

    static String ofReceipt(String state) {
        return switch (state) {
            case "PROVISIONAL" -> "速報（仮消込）";
            case "CONFIRMED" -> "速報（確報あり）";
            case "FINAL" -> "確定";
            case "SUSPENSE" -> "不明金";
            case "CANCELLED" -> "取消";
            default -> throw new IllegalArgumentException(state);
        };
    }

    static String ofRefund(String state) {
        return switch (state) {
            case "WAITING" -> "請求待ち";
            case "SENT" -> "振込依頼済";
            case "PAID" -> "支払済";
            case "LAPSED" -> "時効";
            default -> throw new IllegalArgumentException(state);
        };
    }
}
