package org.machi.law.late;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;

/**
 * 督促: who did not pay by the due date is asked once more with a day by which to pay; only then may
 * be seized and charged.
 *
 * @param withinDays days after the due date within which the demand goes out (usually 20)
 * @param answerDays days from the demand to the day that it sets (usually 10)
 * @param fees 督促手数料 by due date; no fee where none holds
 */
@LegalBasis({"自治法231条の3第1項", "自治法231条の3第2項", "条例（督促手数料）"})
public record DemandRule(int withinDays, int answerDays, List<Fee> fees) {
    /**
     * A fee for instalments due from {@code from} until before {@code to}.
     *
     * @param yen for one demand
     */
    public record Fee(LocalDate from, LocalDate to, long yen) {}

    /** 発付抑止: why no demand goes out although the instalment is open. */
    public enum Hold {
        RECEIPT_ON_ITS_WAY("収納速報あり"),
        INSTALMENT_PROMISE("分納誓約中"),
        GRACE("徴収猶予中"),
        RELIEF_ASKED("減免申請中"),
        DEATH("死亡（相続人の確認中）"),
        UNDELIVERABLE("送達不能（公示送達の前）"),
        SMALL("少額"),
        OFFICER("督促不要の登録");

        private final String japanese;

        Hold(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    public DemandRule {
        fees = List.copyOf(fees);
        if (withinDays < 1 || answerDays < 1) {
            throw new LawException("督促の日数が正しくありません");
        }
        for (Fee one : fees) {
            for (Fee other : fees) {
                if (one != other
                        && one.from().isBefore(other.to())
                        && other.from().isBefore(one.to())) {
                    throw new LawException("督促手数料の期間が重なっています: " + one.from());
                }
            }
        }
    }

    /** 20 days, 10 days, no fee. */
    public static DemandRule withoutFee() {
        return new DemandRule(20, 10, List.of());
    }

    /** The last day on which the demand should go out. */
    public LocalDate sendBy(LocalDate dueOn) {
        return dueOn.plusDays(withinDays);
    }

    /** 指定期限: the day that the demand sets; the limitation begins anew on the day after. */
    public LocalDate payBy(LocalDate sentOn) {
        return sentOn.plusDays(answerDays);
    }

    /** 督促手数料: it follows the due date, not the day of the demand. */
    public long fee(LocalDate dueOn) {
        for (Fee fee : fees) {
            if (!dueOn.isBefore(fee.from()) && dueOn.isBefore(fee.to())) {
                return fee.yen();
            }
        }
        return 0;
    }

    /**
     * Whether a demand goes out on a day; the reason when not is the first of the holds.
     *
     * @param open yen of the instalment that are unpaid
     */
    public boolean isDue(
            long open, LocalDate dueOn, boolean demanded, Set<Hold> holds, LocalDate day) {
        return open > 0 && day.isAfter(dueOn) && !demanded && holds.isEmpty();
    }

    /** The hold that people are shown. */
    public static Optional<Hold> reason(Set<Hold> holds) {
        return holds.stream().sorted().findFirst();
    }
}
