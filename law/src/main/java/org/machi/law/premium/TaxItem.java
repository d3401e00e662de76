package org.machi.law.premium;

import java.util.Arrays;
import java.util.Optional;

/**
 * The yen items of 税情報 (seed 001, ◆税情報, in its order). Losses and deductions are written as
 * positive amounts.
 */
public enum TaxItem {
    BUSINESS("営業所得額"),
    AGRICULTURE("農業所得額"),
    REAL_ESTATE("不動産所得額"),
    INTEREST("利子所得額"),
    DIVIDEND("配当所得額"),
    DIVIDEND_FUND("配当証券投資所得額"),
    DIVIDEND_FOREIGN("外貨建配当所得額"),
    DIVIDEND_NO_CREDIT("配当（控除無）所得額"),
    SALARY("給与所得額"),
    OTHER_MISC("その他雑所得額"),
    /** Pension income and other miscellaneous income together. */
    MISC_TOTAL("雑所得合計額"),
    TRANSFER_SHORT("総合短期譲渡所得額"),
    TRANSFER_LONG("総合長期譲渡所得額"),
    TEMPORARY("一時所得額"),
    /**
     * What enters the total: short + half of (long + temporary), after their special deductions.
     */
    TRANSFER_TEMPORARY_TOTAL("総合譲渡一時所得額"),
    SALARY_REVENUE("給与収入額"),
    /** The part of the salary revenue that a family business paid. */
    FAMILY_SALARY_REVENUE("給与専従者収入額"),
    /** What the owner of the business deducted for the family's work. */
    FAMILY_SALARY_DEDUCTION("専従者給与（控除）額"),
    PENSION_REVENUE("公的年金収入額"),
    SEPARATE_SHORT_GENERAL("分離短期譲渡一般所得額"),
    SEPARATE_SHORT_REDUCED("分離短期譲渡軽減所得額"),
    SEPARATE_LONG_GENERAL("分離長期譲渡一般所得額"),
    SEPARATE_LONG_SPECIFIC("分離長期譲渡特定所得額"),
    SEPARATE_LONG_REDUCED("分離長期譲渡軽課所得額"),
    FOREST("山林所得額"),
    FUTURES("先物取引所得額"),
    STOCK_UNLISTED("未公開株式譲渡所得額"),
    STOCK_LISTED("上場株式譲渡所得額"),
    SPECIAL_SHORT_GENERAL("分離短期一般特別控除額"),
    SPECIAL_SHORT_REDUCED("分離短期軽減特別控除額"),
    SPECIAL_LONG_GENERAL("分離長期一般特別控除額"),
    SPECIAL_LONG_SPECIFIC("分離長期特定特別控除額"),
    SPECIAL_LONG_REDUCED("分離長期軽課特別控除額"),
    LOSS_NET("繰越純損失額"),
    LOSS_CASUALTY("繰越雑損失額"),
    LOSS_STOCK("繰越株式損失額"),
    LOSS_FUTURES("繰越先物損失額"),
    LOSS_RESIDENCE("繰越居住用損失額"),
    RESIDENCE_LOSS_OF_YEAR("居住用損失額"),
    TREATY_INTEREST("条約適用利子等所得額"),
    TREATY_DIVIDEND("条約適用配当等所得額");

    static final int COUNT = values().length;

    private final String japanese;

    TaxItem(String japanese) {
        this.japanese = japanese;
    }

    /** The item's name in the seed. */
    public String japanese() {
        return japanese;
    }

    public static Optional<TaxItem> ofJapanese(String name) {
        return Arrays.stream(values()).filter(item -> item.japanese.equals(name)).findFirst();
    }
}
