package org.machi.law.limitation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.machi.law.LegalBasis;
import org.machi.law.late.LateCharge;
import org.machi.law.limitation.Limitation.Entry;
import org.machi.law.limitation.Limitation.Event;
import org.machi.law.limitation.Limitation.Kind;
import org.machi.law.limitation.Limitation.State;

/** One claim on its way through its events. */
@LegalBasis({
    "法160条2項",
    "法128条2項",
    "自治法236条3項",
    "民法147条",
    "民法148条",
    "民法150条",
    "民法152条",
    "地18条の2第4項"
})
final class LimitationRun {
    private static final int CALL_MONTHS = 6;

    private final long years;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Kind> once = EnumSet.noneOf(Kind.class);
    private LocalDate from;
    private LocalDate lastDay;
    private LocalDate calledUntil = LocalDate.MIN;
    private LocalDate pausedUntil = LocalDate.MIN;
    private boolean held;

    LimitationRun(long years, LocalDate start) {
        this.years = years;
        this.from = start;
        this.lastDay = endOf(start);
    }

    List<Entry> entries(List<Event> events) {
        entries.add(new Entry(from, "起算", "法160条1項", "権利を行使できる日", state()));
        for (Event event : events.stream().sorted(Comparator.comparing(Event::from)).toList()) {
            String effect = held ? "完成しない間のため変わらない" : apply(event);
            entries.add(
                    new Entry(
                            event.from(),
                            event.kind().japanese(),
                            event.kind().article(),
                            effect,
                            state()));
        }
        return List.copyOf(entries);
    }

    private String apply(Event event) {
        if (event.from().isAfter(lastDay)) {
            return "時効完成後のため効力なし";
        }
        return switch (event.kind()) {
            case NOTICE, DEMAND -> once.add(event.kind()) ? renew(event.from()) : "二度目のため効力なし";
            case ACKNOWLEDGEMENT -> renew(event.from());
            case CALL -> call(event.from());
            case SEIZURE, APPEAL -> event.to() == null ? hold() : renew(event.to());
            case SEIZURE_WITHDRAWN -> event.to() == null ? hold() : postpone(event.to());
            case GRACE -> event.to() == null ? hold() : pause(event.from(), event.to());
            case STAY -> "進行を止めない";
        };
    }

    /**
     * An event inside a seizure that has ended since counts for nothing beside the seizure's end.
     */
    private String renew(LocalDate day) {
        LocalDate start = day.plusDays(1);
        if (start.isBefore(from)) {
            return "後の更新があるため変わらない";
        }
        from = start;
        lastDay = endOf(start);
        if (!pausedUntil.isBefore(start)) {
            lastDay = lastDay.plusDays(days(start, pausedUntil));
        }
        return "更新";
    }

    private String call(LocalDate day) {
        if (!day.isAfter(calledUntil)) {
            return "催告による猶予中のため効力なし";
        }
        calledUntil = LateCharge.lowUntil(day, CALL_MONTHS);
        return postponeUntil(calledUntil);
    }

    private String postpone(LocalDate ended) {
        return postponeUntil(LateCharge.lowUntil(ended, CALL_MONTHS));
    }

    private String postponeUntil(LocalDate day) {
        lastDay = day.isAfter(lastDay) ? day : lastDay;
        return "完成猶予";
    }

    private String pause(LocalDate first, LocalDate last) {
        lastDay = lastDay.plusDays(days(first, last));
        pausedUntil = last;
        return "進行停止";
    }

    private String hold() {
        held = true;
        return "完成猶予（継続中）";
    }

    private State state() {
        return new State(from, held ? Optional.empty() : Optional.of(lastDay));
    }

    /** Both ends included. */
    private static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    private LocalDate endOf(LocalDate start) {
        return start.plusYears(years).minusDays(1);
    }
}
