package org.machi.union.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.law.LevyYear;
import org.machi.law.eligibility.DecisionLimit;
import org.machi.law.premium.Assessment;
import org.machi.law.premium.Household;
import org.machi.law.premium.InsuredFacts;
import org.machi.law.premium.InsuredFacts.Disability;
import org.machi.law.premium.InsuredFacts.Period;
import org.machi.law.premium.Judgement;
import org.machi.law.premium.Months;
import org.machi.law.premium.PartAssessment;
import org.machi.law.premium.PremiumAssessor;
import org.machi.law.premium.Relief;
import org.machi.law.premium.TaxFacts.Declaration;

/** One pass over the people of a run: facts from the columns, the law's kernel, a decision each. */
final class Decider {

    private static final LocalDate LAST_RECOGNITION_OF_TRANSITION = LocalDate.of(2025, 3, 31);
    private static final int REPORTED_FIRST_DUE_MONTH = 7;
    private static final String SUMMED =
            "賦課期日が三つ以上あります。保険料はすべての賦課期日で決定し、賦課情報の第1組には減額区分の違う月を合算しました（月割減額で合わせてあります）。"
                    + "内訳は計算根拠を見て、市区町村に伝えてください。";

    private final InsuredPeople people;
    private final Households households;
    private final PremiumAssessor assessor;
    private final UnionRules rules;
    private final LevyYear year;
    private final LocalDate decidedOn;
    private final int firstDay;
    private final boolean relievesChild;
    private final Household household = new Household();
    private final List<Held> held = new ArrayList<>();

    Decider(
            InsuredPeople people,
            Households households,
            UnionRules rules,
            int levyYear,
            LocalDate decidedOn) {
        this.people = people;
        this.households = households;
        this.rules = rules;
        this.assessor = rules.of(levyYear);
        this.year = new LevyYear(levyYear);
        this.decidedOn = decidedOn;
        this.firstDay = Math.toIntExact(year.start().toEpochDay());
        this.relievesChild = rules.relievesChild(year);
    }

    /**
     * Somebody of whom a clerk has to know.
     *
     * @param decided false: no decision was possible; true: decided, but 賦課情報 can't tell it all
     */
    record Held(int number, String reason, String note, boolean decided) {
        Held(int number, String reason, String note) {
            this(number, reason, note, false);
        }
    }

    List<Held> held() {
        return held;
    }

    /**
     * Decides the person of the rows {@code row} to {@code end}.
     *
     * @return null when there is nothing to decide, nothing new, or no decision is possible
     */
    @Nullable Decision decide(int row, int end) {
        Decision decision = people.hasPeriod(row) ? levy(row, end) : takenBack(row);
        if (decision == null
                || people.decidedBefore(row) && decision.digest() == people.digestBefore(row)) {
            return null;
        }
        if (!mayDecide(row, decision)) {
            return null;
        }
        Assessment assessment = decision.assessment();
        if (assessment != null && RecordSegments.loses(assessment)) {
            held.add(new Held(people.number(row), "賦課期日", SUMMED, true));
        }
        return decision;
    }

    private @Nullable Decision takenBack(int row) {
        return people.decidedBefore(row)
                ? new Decision(
                        row,
                        null,
                        null,
                        "0",
                        people.oldPerson(row),
                        people.oldAcquiredOn(row),
                        null,
                        Decision.whole())
                : null;
    }

    private @Nullable Decision levy(int row, int end) {
        List<Period> periods = new ArrayList<>(2);
        boolean complete = true;
        int own = -1;
        for (int i = row; i < end; i++) {
            if (i > row && people.insuredFrom(i) == people.insuredFrom(i - 1)) {
                continue;
            }
            int day = Math.max(firstDay, people.insuredFrom(i));
            int member = households.find(personOn(i, end, day), day);
            if (member < 0) {
                held.add(new Held(people.number(row), "世帯不明", "賦課期日の世帯が分かりません"));
                return null;
            }
            own = member;
            complete &= households.fill(member, day, household);
            periods.add(
                    new Period(
                            LocalDate.ofEpochDay(people.insuredFrom(i)),
                            InsuredPeople.day(people.insuredTo(i)),
                            assessor.judge(household)));
        }
        if (!complete
                && year.next().start().compareTo(decidedOn) <= 0
                && !people.decidedBefore(row)) {
            held.add(new Held(people.number(row), "所得不明", "過年度の所得情報が世帯の全員には届いていません"));
            return null;
        }
        return assess(row, end, own, periods);
    }

    private @Nullable Decision assess(int row, int end, int own, List<Period> periods) {
        InsuredFacts facts =
                new InsuredFacts(
                        households.base(own),
                        periods,
                        households.birth(own),
                        people.dependantFrom(row),
                        disability(row),
                        Relief.NONE);
        Assessment assessment = assessor.assess(facts);
        if (people.relief(row) > 0) {
            Relief relief = relief(people.relief(row), assessment);
            assessment = assessor.assess(facts.withRelief(relief));
        }
        int months = 0;
        for (var segment : assessment.medical().segments()) {
            months += segment.months();
        }
        if (months == 0 && people.version(row) == 0) {
            return null;
        }
        int last = end - 1;
        return new Decision(
                row,
                assessment,
                periods.getFirst().judgement(),
                declared(own, periods),
                people.person(last),
                LocalDate.ofEpochDay(people.insuredFrom(last)),
                InsuredPeople.day(people.insuredTo(last)),
                CityShares.of(year, people, row, end, assessment));
    }

    /** 減免: of the medical part, or divided between both parts as their premiums are. */
    private Relief relief(long yen, Assessment without) {
        PartAssessment child = without.child();
        return child != null && relievesChild
                ? Relief.divided(yen, without.medical().prorated(), child.prorated())
                : Relief.ofAmount(yen, 0);
    }

    /**
     * The person, among those of one human in several cities, who stood for him or her on a day.
     */
    private int personOn(int from, int end, int day) {
        for (int i = from; i < end; i++) {
            if (people.from(i) <= day && day < people.to(i)) {
                return people.person(i);
            }
        }
        return people.person(from);
    }

    private Disability disability(int row) {
        return people.byDisability(row)
                        && people.insuredFrom(row) <= LAST_RECOGNITION_OF_TRANSITION.toEpochDay()
                ? Disability.RECOGNISED
                : Disability.NO;
    }

    private String declared(int own, List<Period> periods) {
        if (households.declaration(own) == Declaration.INQUIRING) {
            return "2";
        }
        for (Period period : periods) {
            Judgement judgement = period.judgement();
            if (judgement.blocked()) {
                return "1";
            }
        }
        return "0";
    }

    /** 期間制限 (法160条の2): a city that reported due dates decides, otherwise the ordinance's first. */
    private boolean mayDecide(int row, Decision decision) {
        if (year.contains(decidedOn)) {
            return true;
        }
        LocalDate reported = people.firstDueOn(row);
        LocalDate first =
                reported == null
                        ? LocalDate.of(year.year(), REPORTED_FIRST_DUE_MONTH, 31)
                        : reported;
        LocalDate from = decision.acquiredOn().isAfter(first) ? decision.acquiredOn() : first;
        boolean may = DecisionLimit.mayDecide(rules.parameters(), from, decidedOn);
        if (!may) {
            held.add(new Held(people.number(row), "期間制限", "最初の納期の翌日から2年を過ぎています"));
        }
        return may;
    }

    /** The months that somebody pays for, April = bit 0. */
    static int months(Assessment assessment) {
        int mask = 0;
        for (var segment : assessment.medical().segments()) {
            mask |= segment.monthMask();
        }
        return mask & Months.ALL;
    }
}
