package org.machi.law.limitation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.LegalBasis;
import org.machi.law.parameter.Parameters;

/**
 * The two years after which a claim is gone without anybody's plea, begun anew by demand, seizure
 * or acknowledgement.
 */
@LegalBasis({"法160条1項", "自治法236条"})
public final class Limitation {
    /** What stops or restarts the two years. */
    public enum Kind {
        /** 督促: once; anew from the day after the date that it sets. */
        DEMAND("督促", "法160条2項"),
        /** 差押・交付要求: does not run while it lasts, anew after its end. */
        SEIZURE("差押", "民法148条"),
        /** 承認・分納誓約・一部納付: anew from the day after. */
        ACKNOWLEDGEMENT("承認", "民法152条"),
        /** 徴収猶予: does not run while it lasts, goes on after it. */
        GRACE("徴収猶予", "地18条の2第4項");

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
     * @param to last day of a seizure or grace, null while it lasts; ignored for the others
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

    private final Parameters parameters;

    public Limitation(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The claim to a premium: from the day after its due date. */
    public State ofPremium(LocalDate dueOn, List<Event> events) {
        return run(dueOn.plusDays(1), events);
    }

    /** The claim to a refund: from the day after the over-payment arose, or after its notice. */
    public State ofRefund(LocalDate knownOn, List<Event> events) {
        return run(knownOn.plusDays(1), events);
    }

    private State run(LocalDate start, List<Event> events) {
        LocalDate from = start;
        LocalDate lastDay = lastDay(start);
        boolean demanded = false;
        for (Event event : events.stream().sorted(Comparator.comparing(Event::from)).toList()) {
            boolean tooLate = event.from().isAfter(lastDay);
            boolean secondDemand = event.kind() == Kind.DEMAND && demanded;
            if (tooLate || secondDemand) {
                continue;
            }
            demanded |= event.kind() == Kind.DEMAND;
            LocalDate ends = event.to();
            switch (event.kind()) {
                case DEMAND, ACKNOWLEDGEMENT -> {
                    from = event.from().plusDays(1);
                    lastDay = lastDay(from);
                }
                case SEIZURE -> {
                    if (ends == null) {
                        return new State(event.from(), Optional.empty());
                    }
                    from = ends.plusDays(1);
                    lastDay = lastDay(from);
                }
                case GRACE -> {
                    if (ends == null) {
                        return new State(from, Optional.empty());
                    }
                    lastDay = lastDay.plusDays(ChronoUnit.DAYS.between(event.from(), ends) + 1);
                }
            }
        }
        return new State(from, Optional.of(lastDay));
    }

    private LocalDate lastDay(LocalDate from) {
        return from.plusYears(parameters.amount("limitation.years", from)).minusDays(1);
    }
}
