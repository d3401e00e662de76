package org.machi.city.levy;

/** 収納経路: how money reaches the city; the number is that of the cash account. */
public enum Channel {
    BANK(1, "金融機関窓口"),
    STORE(2, "コンビニエンスストア"),
    DEBIT(3, "口座振替"),
    PENSION(4, "特別徴収（年金）"),
    COUNTER(5, "市役所窓口"),
    FORMER(8, "旧システムからの移行"),
    TRANSFER(9, "還付振込");

    private final int number;
    private final String japanese;

    Channel(int number, String japanese) {
        this.number = number;
        this.japanese = japanese;
    }

    public int number() {
        return number;
    }

    public String japanese() {
        return japanese;
    }
}
