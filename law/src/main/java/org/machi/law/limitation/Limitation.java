package org.machi.law.limitation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.LegalBasis;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/**
 * The two years after which a claim is gone without anybody's plea, begun anew by demand, seizure
 * or acknowledgement.
 */
@LegalBasis({"法160条1項", "自治法236条"})
public final class Limitation {
    private static final long STAY_YEARS = 3;

    /** What stops or restarts the two years. */
    public enum Kind {
        /** 納入の告知: the first one; anew from the day after. */
        NOTICE("納入の告知", "法160条2項"),
        /** 督促: once; anew from the day after the date that it sets. */
        DEMAND("督促", "法160条2項"),
        /**
         * 催告: not complete before six months have passed; a second one in that time adds nothing.
         */
        CALL("催告", "民法150条"),
        /** 差押・参加差押・交付要求: not complete while it lasts, anew after its end. */
        SEIZURE("差押", "民法148条"),
        /** 差押の取下げ・取消し: not complete until six months after its end, and not anew. */
        SEIZURE_WITHDRAWN("差押（取消し）", "民法148条"),
        /** 承認・分納誓約・一部納付: anew from the day after. */
        ACKNOWLEDGEMENT("承認", "民法152条"),
        /** 審査請求: counts as a suit; not complete while it lasts, anew after the final decision. */
        APPEAL("審査請求", "法128条2項"),
        /** 徴収猶予: does not run while it lasts, goes on after it. */
        GRACE("徴収猶予", "地18条の2第4項"),
        /** 執行停止: runs on; named so that the timeline shows it. */
        STAY("執行停止", "地15条の7");

        private final String japanese;
        private final String article;

        Kind(String japanese, String article) {
            this.japanese = japanese;
            this.article = article;
        }

        public String japanese() {
            return japanese;
        }

        public String article() {
            return article;
        }
    }

    /**
     * One event.
     *
     * @param from the day that counts: of the date that a demand sets, of the seizure, of the
     *     acknowledgement, first day of grace
     * @param to last day of a seizure, appeal or grace, null while it lasts; ignored for the others
     */
    public record Event(Kind kind, LocalDate from, @Nullable LocalDate to) {}

    /**
     * The state of a claim.
     *
     * @param runsFrom first day of the two years that run now (時効起算日)
     * @param lastDay the last day on which the claim lives; empty while a seizure or grace lasts
     */
    public record State(LocalDate runsFrom, Optional<LocalDate> lastDay) {
        /** 時効完成: the first day on which the claim is gone and is to be written off. */
        public Optional<LocalDate> writeOffOn() {
            return lastDay.map(day -> day.plusDays(1));
        }

        public boolean isGoneOn(LocalDate day) {
            return lastDay.isPresent() && day.isAfter(lastDay.get());
        }
    }

    /**
     * One line of a timeline: what happened and how the claim stands then.
     *
     * @param on the day of the event, or the first day of the claim
     * @param what 日本語
     * @param effect 更新, 完成猶予, 進行停止, or why nothing changes
     */
    public record Entry(LocalDate on, String what, String article, String effect, State state) {}

    private final Parameters parameters;

    public Limitation(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The claim to a premium: from the day after its due date. */
    public State ofPremium(LocalDate dueOn, List<Event> events) {
        return timeline(dueOn, events).getLast().state();
    }

    /** The claim to a refund: from the day after the over-payment arose, or after its notice. */
    public State ofRefund(LocalDate knownOn, List<Event> events) {
        return timeline(knownOn, events).getLast().state();
    }

    /** The claim to interest on a refund, five years. */
    @LegalBasis("地18条の3")
    public State ofRefundInterest(LocalDate knownOn) {
        LocalDate from = knownOn.plusDays(1);
        long years = parameters.amount("limitation.refundInterestYears", from);
        return new State(from, Optional.of(from.plusYears(years).minusDays(1)));
    }

    /**
     * Everything that happened to a claim, in order, the present state last.
     *
     * @param day the due date, or the day on which an over-payment arose
     */
    public List<Entry> timeline(LocalDate day, List<Event> events) {
        return new LimitationRun(years(day.plusDays(1)), day.plusDays(1)).entries(events);
    }

    /** 執行停止: what was stayed for three years is extinguished, when the limitation is not first. */
    @LegalBasis("地15条の7第4項")
    public static LocalDate extinguishedOn(LocalDate stayedOn) {
        return stayedOn.plusYears(STAY_YEARS);
    }

    /** The steps of a timeline. */
    public Explanation explain(LocalDate day, List<Entry> entries) {
        Steps steps = new Steps("消滅時効");
        for (Entry entry : entries) {
            String until =
                    entry.state()
                            .lastDay()
                            .map(last -> Steps.day(last) + "の経過で完成")
                            .orElse("完成しない（継続中）");
            steps.step("時効", entry.what())
                    .formula(
                            Steps.day(entry.on())
                                    + " "
                                    + entry.effect()
                                    + "（起算日 "
                                    + Steps.day(entry.state().runsFrom())
                                    + "、"
                                    + entry.article()
                                    + "）")
                    .is(until)
                    .using(
                            parameters.find(
                                    "limitation.years", ParameterRow.NATIONAL, day.plusDays(1)))
                    .by(steps.isEmpty() ? "limitation.claim" : "limitation.events");
        }
        return steps.done();
    }

    private long years(LocalDate from) {
        return parameters.amount("limitation.years", from);
    }
}
