package org.machi.world.people;

import java.util.List;

/**
 * A bank of the demo world.
 *
 * @param organisation its code in file names
 * @param code 金融機関コード, one that no bank has
 */
public record BankInfo(String organisation, String code, String name, String kana) {
    /** Both banks; the first is every city's designated bank. */
    public static final List<BankInfo> ALL =
            List.of(
                    new BankInfo("BANK", "0991", "みどり野銀行", "ﾐﾄﾞﾘﾉ"),
                    new BankInfo("BANK2", "0992", "ひかり信用金庫", "ﾋｶﾘｼﾝｷﾝ"));

    private static final String[] BRANCH_NAMES = {"本店営業部", "駅前支店", "中央支店", "若草支店", "港町支店"};
    private static final String[] BRANCH_KANA = {"ﾎﾝﾃﾝ", "ｴｷﾏｴ", "ﾁﾕｳｵｳ", "ﾜｶｸｻ", "ﾐﾅﾄﾏﾁ"};

    public static String branchCode(int index) {
        return String.format("%03d", 101 + index);
    }

    static int branches() {
        return BRANCH_NAMES.length;
    }

    public String branchName(String branch) {
        return BRANCH_NAMES[Integer.parseInt(branch) - 101];
    }

    public String branchKana(String branch) {
        return BRANCH_KANA[Integer.parseInt(branch) - 101];
    }
}
