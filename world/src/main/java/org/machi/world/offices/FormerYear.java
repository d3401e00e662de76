package org.machi.world.offices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.world.FormerRates;
import org.machi.world.Stage;
import org.machi.world.people.Dice;
import org.machi.world.people.Income;
import org.machi.world.people.Incomes;
import org.machi.world.people.Pension;
import org.machi.world.people.Pensions;
import org.machi.world.people.Population;
import org.machi.world.people.Status;
import org.machi.world.people.Topic;

/**
 * Last year as the former systems and the pension service remember it: who is insured on 31 March,
 * last year's premium and the deduction of February.
 *
 * <p>The former union system reckoned with the rates that it is given; its decisions are history.
 * Made from the people of 1 April before anything happens.
 */
public final class FormerYear {
    private static final LocalDate SYSTEM_BEGAN = LocalDate.of(2008, 4, 1);
    private static final long CAP = 800_000;
    private static final int DEDUCTION_PERMILLE = 905;

    private final Stage stage;
    private final FormerRates rates;
    private final Population people;
    private final int levyYear;
    private final @Nullable Insured[] insured;
    private final List<Insured> all = new ArrayList<>();

    /**
     * One insured person at the end of last year.
     *
     * @param acquiredBy 資格取得事由コード
     * @param base 賦課のもととなる所得
     * @param months months of last year
     * @param premium last year's premium in yen
     * @param february yen deducted in February; 0 when nothing was deducted
     * @param april yen to be deducted from April when the deduction begins then; else 0
     */
    public record Insured(
            int person,
            LocalDate acquiredOn,
            String acquiredBy,
            long base,
            int months,
            long premium,
            long february,
            long april) {
        public boolean deducted() {
            return february > 0;
        }

        /** What the pension service takes in April. */
        public long inApril() {
            return february > 0 ? february : april;
        }
    }

    public FormerYear(Stage stage, FormerRates rates) {
        this.stage = stage;
        this.rates = rates;
        this.people = stage.people();
        this.levyYear = stage.year() - 1;
        this.insured = new @Nullable Insured[people.size()];
        for (int p = 0; p < people.size(); p++) {
            if (isInsured(p)) {
                Insured one = remember(p);
                insured[p] = one;
                all.add(one);
            }
        }
    }

    public List<Insured> all() {
        return all;
    }

    public @Nullable Insured of(int person) {
        return person < insured.length ? insured[person] : null;
    }

    private boolean isInsured(int p) {
        boolean here = people.resident(p) && !people.traits().addressException(p);
        boolean elsewhere =
                people.status(p) == Status.NON_RESIDENT && people.traits().addressException(p);
        if (!(here || elsewhere) || people.traits().onWelfare(p)) {
            return false;
        }
        boolean accepted =
                people.traits().disabled(p) && disabledSince(p).isBefore(stage.firstDay());
        return birthday(p, 75).isBefore(stage.firstDay()) || accepted;
    }

    /** A birthday; for those of 29 February it is 1 March in other years. */
    private LocalDate birthday(int p, int age) {
        LocalDate born = people.birth(p);
        LocalDate day = born.plusYears(age);
        return day.getDayOfMonth() == born.getDayOfMonth() ? day : day.plusDays(1);
    }

    /** 障害認定 three months after the 65th birthday. */
    private LocalDate disabledSince(int p) {
        return birthday(p, 65).plusMonths(3);
    }

    private Insured remember(int p) {
        LocalDate at75 = birthday(p, 75);
        boolean byAge = at75.isBefore(stage.firstDay());
        LocalDate since = LocalDate.ofEpochDay(people.residentSince(p));
        LocalDate acquired;
        String reason;
        if (!byAge) {
            acquired = latest(disabledSince(p), since);
            reason = "03";
        } else if (since.isAfter(at75) && people.status(p) == Status.RESIDENT) {
            acquired = since;
            reason = "02";
        } else {
            acquired = at75;
            reason = "01";
        }
        acquired = latest(acquired, SYSTEM_BEGAN);
        LocalDate start = LocalDate.of(levyYear, 4, 1);
        int months =
                acquired.isBefore(start)
                        ? 12
                        : (stage.firstDay().getYear() - acquired.getYear()) * 12
                                + stage.firstDay().getMonthValue()
                                - acquired.getMonthValue();
        Income income = stage.life().taxes().of(p, levyYear);
        long base = income.declared() ? figures(p).base() : 0;
        long year = yearly(p, base) * months / 12 / 100 * 100;
        long[] deduction = deduction(p, acquired, year, months);
        return new Insured(p, acquired, reason, base, months, year, deduction[0], deduction[1]);
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private TaxFigures figures(int p) {
        boolean over65 = people.age(p, LocalDate.of(levyYear, 1, 1)) >= 65;
        return TaxFigures.of(Incomes.of(people, p, levyYear), over65, levyYear);
    }

    private long yearly(int p, long base) {
        long unit = rates.componentUnit();
        long perCapita = rates.perCapita() * (10 - reductionTenths(p)) / 10 / unit * unit;
        long byIncome =
                people.traits().formerDependant(p)
                        ? 0
                        : base * rates.ratePer10000() / 10_000 / unit * unit;
        return Math.min(CAP, perCapita + byIncome);
    }

    /** 7, 5, 2 or 0 tenths by the income of head and insured members together. */
    private int reductionTenths(int p) {
        int home = people.household(p);
        int head = people.head(home);
        long sum = 0;
        int members = 0;
        for (int m = people.firstMember(home); m != Population.NONE; m = people.nextMember(m)) {
            boolean counted =
                    birthday(m, 75).isBefore(stage.firstDay()) || people.traits().disabled(m);
            if (counted || m == head) {
                sum += figures(m).reduction();
            }
            members += counted ? 1 : 0;
        }
        int insuredMembers = Math.max(1, members);
        if (members == 0) {
            sum = figures(p).reduction();
        }
        if (sum <= 430_000) {
            return 7;
        }
        if (sum <= 430_000 + 305_000L * insuredMembers) {
            return 5;
        }
        return sum <= 430_000 + 560_000L * insuredMembers ? 2 : 0;
    }

    /** February's amount and April's when the deduction begins then; 0, 0 for ordinary payers. */
    private long[] deduction(int p, LocalDate acquired, long year, int months) {
        Pension pension = Pensions.of(people, p, stage.firstDay());
        boolean wants =
                Dice.of(people.seed(), Topic.COLLECTION, p, levyYear).permille(DEDUCTION_PERMILLE);
        if (pension.annual() < 180_000 || !wants || !CareRates.deducted(people, p)) {
            return new long[] {0, 0};
        }
        long care = CareRates.perPayment(people, p, stage.year());
        long half = pension.perPayment() / 2;
        long even = year * 12 / Math.max(1, months) / 6 / 100 * 100;
        if (even < 100 || even + care > half) {
            return new long[] {0, 0};
        }
        if (acquired.isAfter(LocalDate.of(levyYear, 10, 1))) {
            return new long[] {0, 0};
        }
        if (!acquired.isBefore(LocalDate.of(levyYear, 4, 2))) {
            return new long[] {0, even};
        }
        // April to August followed the year before, so February differs from an even sixth.
        Dice dice = Dice.of(people.seed(), Topic.FORMER, p);
        long provisional = even * dice.between(70, 125) / 100 / 100 * 100;
        long february = Math.max(100, (year - 3 * provisional) / 3 / 100 * 100);
        return new long[] {february + care > half ? even : february, 0};
    }
}
