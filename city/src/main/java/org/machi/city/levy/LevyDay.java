package org.machi.city.levy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.machi.formats.file.FileKind;
import org.machi.law.AccountYear;
import org.machi.law.BusinessCalendar;
import org.machi.law.late.LateChargePolicy;
import org.machi.law.late.LateChargePolicy.Cut;
import org.machi.platform.jobs.Step;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.line.Schedules;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/**
 * 収納の一日: the collection office's steps of a business day, in their order. The city's job puts them
 * after the intake of files and after the day's charges; a step with nothing to do costs one
 * indexed query.
 */
@Component
public class LevyDay {

    private final Parameters parameters;
    private final Schedules schedules;
    private final Offsets offsets;
    private final Refunds refunds;
    private final Transfers transfers;
    private final DebitRequests debits;
    private final Demands demands;
    private final JointDemands jointDemands;
    private final LateCharges lateCharges;
    private final WriteOffs writeOffs;
    private final Notices notices;
    private final Closings closings;
    private final SlipLetters letters;
    private final RefundLetters refundLetters;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    LevyDay(
            Parameters parameters,
            Schedules schedules,
            Offsets offsets,
            Refunds refunds,
            Transfers transfers,
            DebitRequests debits,
            Demands demands,
            JointDemands jointDemands,
            LateCharges lateCharges,
            WriteOffs writeOffs,
            Notices notices,
            Closings closings,
            SlipLetters letters,
            RefundLetters refundLetters) {
        this.parameters = parameters;
        this.schedules = schedules;
        this.offsets = offsets;
        this.refunds = refunds;
        this.transfers = transfers;
        this.debits = debits;
        this.demands = demands;
        this.jointDemands = jointDemands;
        this.lateCharges = lateCharges;
        this.writeOffs = writeOffs;
        this.notices = notices;
        this.closings = closings;
        this.letters = letters;
        this.refundLetters = refundLetters;
    }

    /**
     * Before the day's files: what is open on 31 May is carried over in June; the year's books are
     * closed when the banks had time to tell of May.
     */
    public List<Step> beforeFiles() {
        return List.of(Step.of("出納閉鎖と滞納繰越", this::closeYear));
    }

    /** After the day's files and charges. */
    public List<Step> afterFiles() {
        return List.of(
                Step.of("時効の更新（一部納付）", this::acknowledge),
                Step.of("納入通知", this::giveNotice),
                Step.of("延滞金の調定", this::chargeLate),
                Step.of("口座振替不能の納付書", this::failedDebits),
                Step.of("充当", this::offset),
                Step.of("充当の事前通知", this::announce),
                Step.of("還付の決定", this::refund),
                Step.of("還付の支払", this::pay),
                Step.of("督促", this::demand),
                Step.of("連帯納付義務者への督促", this::demandJointly),
                Step.of("口座振替の請求", this::askBanks),
                Step.of("総合振込", this::transfer),
                Step.of("不納欠損と還付時効", this::writeOff));
    }

    /** After everything else: the day is closed, then the union is told. */
    public List<Step> closing() {
        return List.of(
                Step.of("収納日計", step -> step.count("仕訳", closings.day(step.businessDate()))),
                Step.of("収納月計", this::closeMonth),
                Step.of("収納情報・滞納情報の送付", this::report));
    }

    private void closeYear(StepContext step) {
        LocalDate day = step.businessDate();
        AccountYear ended = YearClosing.endedBefore(day);
        if (day.getMonthValue() == 6 && !closings.isCarried(ended)) {
            step.count("滞納繰越", closings.carryOver(ended, day));
        }
        long wait = parameters.number("levy.closingBusinessDays", day);
        LocalDate last = LocalDate.of(ended.year() + 1, 5, 31);
        for (long i = 0; i < wait; i++) {
            last = calendar.next(last);
        }
        if (!day.isBefore(last)) {
            step.count("決算の確定", closings.closeYear(ended, day));
        }
    }

    private void acknowledge(StepContext step) {
        step.count("一部納付", writeOffs.acknowledge(step.businessDate()));
    }

    private void chargeLate(StepContext step) {
        LocalDate day = step.businessDate();
        SlipBatch batch = lateCharges.charge(day, latePolicy(day));
        step.count("延滞金", print(batch, LetterPost.SLIP, step));
    }

    private LateChargePolicy latePolicy(LocalDate day) {
        int months = (int) parameters.number("levy.lateLowMonths", day);
        return new LateChargePolicy(months, Cut.PER_RATE_KIND);
    }

    private long print(SlipBatch batch, String kind, StepContext step) {
        LocalDate day = step.businessDate();
        SlipLetters.Occasion occasion = new SlipLetters.Occasion(kind, day, latePolicy(day));
        return letters.print(batch, occasion, step.actor());
    }

    private void giveNotice(StepContext step) {
        LocalDate day = step.businessDate();
        int term = (int) parameters.number("levy.noticeTermDays", day);
        int before = (int) parameters.number("levy.debitDaysBefore", day);
        step.count("納入通知", print(notices.issue(day, term, before), LetterPost.NOTICE, step));
    }

    private void failedDebits(StepContext step) {
        LocalDate day = step.businessDate();
        int days = (int) parameters.number("levy.debitFailedDays", day);
        SlipBatch batch = debits.slipsForFailed(day, days);
        step.count("振替不能", print(batch, LetterPost.DEBIT_FAILED, step));
    }

    private void offset(StepContext step) {
        if (offsets.anythingHeld()) {
            step.count("充当", offsets.offset(step.businessDate()));
        }
    }

    private void announce(StepContext step) {
        if (offsets.anythingHeld()) {
            LocalDate day = step.businessDate();
            long days = parameters.number("levy.offsetNoticeDays", day);
            LocalDate offsetOn = calendar.onOrAfter(day.plusDays(Math.max(1, days)));
            int announced = offsets.announce(day, offsetOn);
            step.count("充当の事前通知", announced);
            if (announced > 0) {
                step.count("事前通知書", refundLetters.announce(day, offsetOn, step.actor()));
            }
        }
    }

    private void refund(StepContext step) {
        LocalDate day = step.businessDate();
        if (offsets.anythingHeld()) {
            step.count("還付決定", refunds.decide(day));
        }
        step.count("還付・充当通知", refundLetters.print(day, step.actor()));
    }

    private void pay(StepContext step) {
        step.count("還付支払", refunds.pay(step.businessDate()));
    }

    private void demand(StepContext step) {
        LocalDate day = step.businessDate();
        Demands.Terms terms =
                new Demands.Terms(
                        (int) parameters.number("levy.demandDays", day),
                        (int) parameters.number("levy.demandTermDays", day),
                        parameters.number("levy.demandFee", day));
        SlipBatch batch = demands.demand(day, terms);
        step.count("督促", print(batch, LetterPost.DEMAND, step));
    }

    private void demandJointly(StepContext step) {
        LocalDate day = step.businessDate();
        int termDays = (int) parameters.number("levy.demandTermDays", day);
        for (SlipBatch batch : jointDemands.slips(day, termDays)) {
            step.count("連帯納付義務者への督促", print(batch, LetterPost.DEMAND, step));
        }
    }

    private void askBanks(StepContext step) {
        LocalDate day = step.businessDate();
        int before = (int) parameters.number("levy.debitDaysBefore", day);
        step.count("口座振替請求", debits.ask(day, before, step.actor()));
    }

    private void transfer(StepContext step) {
        LocalDate day = step.businessDate();
        if (day.getDayOfWeek().getValue() == parameters.number("levy.transferWeekday", day)) {
            int days = (int) parameters.number("levy.transferDays", day);
            step.count("還付振込", transfers.send(day, days, step.actor()));
        }
    }

    private void writeOff(StepContext step) {
        LocalDate day = step.businessDate();
        if (isMonthEnd(day)) {
            step.count("不納欠損", writeOffs.writeOff(day));
            step.count("還付時効", refunds.lapse(day));
        }
    }

    private void closeMonth(StepContext step) {
        LocalDate day = step.businessDate();
        if (isMonthEnd(day)) {
            step.count("月計", closings.month(YearMonth.from(day)));
        }
    }

    private void report(StepContext step) {
        LocalDate day = step.businessDate();
        if (schedules.isDue(
                parameters.text("union.code", day),
                FileKind.U_RECEIPT.code(),
                day,
                calendar::isBusinessDay)) {
            closings.report(step);
        }
    }

    private boolean isMonthEnd(LocalDate day) {
        return calendar.next(day).getMonth() != day.getMonth();
    }
}
