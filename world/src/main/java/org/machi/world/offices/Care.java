package org.machi.world.offices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CareChargeFile;
import org.machi.formats.layout.CareDeductionFile;
import org.machi.world.Neighbour;
import org.machi.world.Stage;
import org.machi.world.events.Life;
import org.machi.world.people.Dice;
import org.machi.world.people.Numbers;
import org.machi.world.people.Pensions;
import org.machi.world.people.Population;
import org.machi.world.people.Topic;
import org.machi.world.post.Post;
import org.machi.world.post.Sending;
import org.machi.world.post.SentFile;

/**
 * 介護保険担当: what it deducts from pensions (KAIGO_DED, early each month) and its ordinary instalments
 * (KAIGO_CHARGE, from July on the tenth).
 */
public final class Care implements Neighbour {
    private static final int CHARGE_DAY = 10;
    private static final int FIRST_MONTH = 7;
    private static final int PERIODS = 8;
    private static final int CHANGED_PERMILLE = 9;

    private final Stage stage;
    private final Post post;

    public Care(Stage stage) {
        this.stage = stage;
        this.post = new Post(stage.data(), "KAIGO", stage.progress());
    }

    @Override
    public String code() {
        return post.code();
    }

    @Override
    public List<SentFile> step(LocalDate day) {
        boolean inYear = day.isBefore(stage.firstDay().plusYears(1));
        boolean first = stage.isOnOrAfter(day, 1);
        boolean tenth = stage.isOnOrAfter(day, CHARGE_DAY);
        if (!inYear || !(first || tenth)) {
            return List.of();
        }
        return post.sentOn(day).orElseGet(() -> write(day, first));
    }

    private List<SentFile> write(LocalDate day, boolean first) {
        Sending sending = post.sendingOn(day);
        for (int city = 0; city < stage.place().cities(); city++) {
            String to = stage.place().cityCode(city);
            if (first) {
                sending.send(FileKind.KAIGO_DED, to, stage.year(), deductions(city, day));
            } else if (monthIndex(day) >= 0 && monthIndex(day) < PERIODS) {
                sending.send(FileKind.KAIGO_CHARGE, to, stage.year(), charges(city, day));
            }
        }
        return sending.complete();
    }

    /** In April and July everyone; in other months those who turn 75 around that time. */
    private List<Row> deductions(int city, LocalDate day) {
        Population people = stage.people();
        int month = day.getMonthValue();
        boolean everyone = month == 4 || month == 7;
        int payment = everyone ? (month == 4 ? 4 : 10) : nextPayment(month);
        List<Row> rows = new ArrayList<>();
        for (int p = 0; p < people.size(); p++) {
            if (people.city(p) == city && concerns(p, day, everyone)) {
                rows.add(deduction(p, city, payment, everyone));
            }
        }
        return rows;
    }

    private static int nextPayment(int month) {
        int next = (month % 2 == 0 ? month + 2 : month + 3) % 12;
        return next == 0 ? 12 : next;
    }

    private boolean concerns(int p, LocalDate day, boolean everyone) {
        Population people = stage.people();
        if (!CareRates.insured(people, p, day) || !CareRates.deducted(people, p)) {
            return false;
        }
        LocalDate at75 = people.birth(p).plusYears(75);
        if (everyone) {
            return at75.isBefore(day.plusMonths(5)) || people.traits().disabled(p);
        }
        return !at75.isBefore(day.minusMonths(1)) && at75.isBefore(day.plusMonths(1));
    }

    private Row deduction(int p, int city, int payment, boolean running) {
        Population people = stage.people();
        var pension = Pensions.of(people, p, stage.firstDay());
        boolean provisional = payment == 4 || payment == 6 || payment == 8;
        return CareDeductionFile.LAYOUT
                .row()
                .set(CareDeductionFile.PERSON_NO, Numbers.personNo(city, p))
                .set(CareDeductionFile.CARE_NO, careNo(p))
                .set(CareDeductionFile.PENSION_NO, Numbers.pensionNo(people.seed(), p))
                .set(CareDeductionFile.PENSION_CODE, pension.code())
                .set(CareDeductionFile.COLLECTOR, "999")
                .set(CareDeductionFile.LEVY_YEAR, (long) stage.year())
                .set(CareDeductionFile.PAYMENT_MONTH, String.format("%02d", payment))
                .set(CareDeductionFile.STAGE, provisional ? "1" : "2")
                .set(CareDeductionFile.STATE, running ? "1" : "2")
                .set(CareDeductionFile.AMOUNT, CareRates.perPayment(people, p, stage.year()))
                .build();
    }

    private static String careNo(int p) {
        return String.format("%010d", 2_000_000 + p);
    }

    /** 0 in July to 10 in May. */
    private int monthIndex(LocalDate day) {
        return (day.getYear() - stage.year()) * 12 + day.getMonthValue() - FIRST_MONTH;
    }

    private List<Row> charges(int city, LocalDate day) {
        Population people = stage.people();
        List<Row> rows = new ArrayList<>();
        for (int p = 0; p < people.size(); p++) {
            if (people.city(p) != city || !CareRates.insured(people, p, day)) {
                continue;
            }
            charge(rows, p, city, day);
        }
        if (monthIndex(day) > 0) {
            endings(rows, city, day);
        }
        return rows;
    }

    private void charge(List<Row> rows, int p, int city, LocalDate day) {
        Population people = stage.people();
        int index = monthIndex(day);
        LocalDate at65 = people.birth(p).plusYears(65);
        boolean fresh = !at65.isBefore(day.minusMonths(1)) && at65.isBefore(day);
        if (fresh && index > 0) {
            long months = PERIODS + 1L - index;
            long yen = CareRates.year(people, p, stage.year()) * months / 12 / 100 * 100;
            spread(rows, new Plan(p, city, 1, "1", yen), index + 1, day);
            return;
        }
        boolean ordinary = !CareRates.deducted(people, p) && at65.isBefore(stage.firstDay());
        if (!ordinary || people.traits().onWelfare(p)) {
            return;
        }
        long yen = CareRates.year(people, p, stage.year());
        if (index == 0) {
            spread(rows, new Plan(p, city, 1, "1", yen), 1, day);
            return;
        }
        Dice dice = Dice.of(stage.seed(), Topic.KAIGO, p, index);
        boolean here = people.residentSince(p) < stage.firstDay().toEpochDay();
        if (here && dice.permille(CHANGED_PERMILLE)) {
            boolean up = dice.permille(500);
            long left = yen * (PERIODS - index) / PERIODS;
            long now = left * (up ? 115 : 85) / 100 / 100 * 100;
            spread(rows, new Plan(p, city, index + 1, up ? "2" : "3", now), index + 1, day);
        }
    }

    /** Later instalments of those who died since the last file are taken back. */
    private void endings(List<Row> rows, int city, LocalDate day) {
        LocalDate from = stage.calendar().onOrAfter(day.minusMonths(1).withDayOfMonth(CHARGE_DAY));
        Population people = stage.people();
        int index = monthIndex(day);
        for (Life.Death death : stage.life().deaths()) {
            int p = death.person();
            boolean since = !death.knownOn().isBefore(from) && death.knownOn().isBefore(day);
            boolean charged =
                    people.age(p, stage.firstDay()) >= 65 && !CareRates.deducted(people, p);
            if (since && charged && people.city(p) == city && !people.traits().onWelfare(p)) {
                spread(rows, new Plan(p, city, index + 1, "4", 0), index + 1, day);
            }
        }
    }

    /**
     * Instalments of one person.
     *
     * @param version 期割履歴番号
     * @param change 異動区分
     * @param yen all instalments together
     */
    private record Plan(int person, int city, int version, String change, long yen) {}

    private void spread(List<Row> rows, Plan plan, int firstPeriod, LocalDate day) {
        int count = PERIODS - firstPeriod + 1;
        if (count <= 0) {
            return;
        }
        long each = plan.yen / count / 100 * 100;
        long first = plan.yen - each * (count - 1);
        for (int period = firstPeriod; period <= PERIODS; period++) {
            rows.add(
                    CareChargeFile.LAYOUT
                            .row()
                            .set(CareChargeFile.PERSON_NO, Numbers.personNo(plan.city, plan.person))
                            .set(CareChargeFile.CARE_NO, careNo(plan.person))
                            .set(CareChargeFile.LEVY_YEAR, (long) stage.year())
                            .set(CareChargeFile.DECISION_YEAR, (long) stage.year())
                            .set(
                                    CareChargeFile.ASSESSMENT_NO,
                                    String.format("%02d%08d", stage.year() % 100, plan.person + 1))
                            .set(CareChargeFile.PAST_YEAR, "1")
                            .set(CareChargeFile.PERIOD, (long) period)
                            .set(CareChargeFile.VERSION, (long) plan.version)
                            .set(CareChargeFile.CHANGE, plan.change)
                            .set(CareChargeFile.CHARGED_ON, day)
                            .set(CareChargeFile.DUE_ON, dueOn(period))
                            .set(CareChargeFile.AMOUNT, period == firstPeriod ? first : each)
                            .build());
        }
    }

    private LocalDate dueOn(int period) {
        LocalDate month = LocalDate.of(stage.year(), FIRST_MONTH, 1).plusMonths(period - 1L);
        LocalDate due =
                month.getMonthValue() == 12
                        ? month.withDayOfMonth(25)
                        : month.plusMonths(1).minusDays(1);
        return stage.calendar().onOrAfter(due);
    }
}
