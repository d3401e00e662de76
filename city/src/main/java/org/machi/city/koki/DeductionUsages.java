package org.machi.city.koki;

import java.time.LocalDate;
import java.time.Month;
import org.machi.city.koki.plan.Planning;
import org.machi.city.koki.plan.YearOfPayments;
import org.machi.law.BusinessCalendar;
import org.machi.law.deduction.CaptureCalendar;
import org.machi.law.deduction.CaptureSchedule;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/** What a municipality may choose in 特別徴収, each on the day that its parameter names. */
@Component
class DeductionUsages {

    private final Planning planning;
    private final Parameters office;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    DeductionUsages(Planning planning, Parameters office) {
        this.planning = planning;
        this.office = office;
    }

    /** 平準化: August's amount is changed in June, told to the payer by the 20th (則112条). */
    void level(StepContext step) {
        LocalDate today = step.businessDate();
        if (today.getMonth() == Month.JUNE
                && office.text("koki.levelling", today).equals("AUGUST")
                && isDay(today, "koki.levellingDay")) {
            step.count("平準化", planning.level(step));
        }
    }

    /** 追加依頼: in October for those captured on 1 June, in December for those of 1 August. */
    void startLater(StepContext step) {
        LocalDate today = step.businessDate();
        boolean month = today.getMonth() == Month.OCTOBER || today.getMonth() == Month.DECEMBER;
        if (!month
                || office.number("koki.midYearStart", today) == 0
                || !isDay(today, "koki.addedRequestDay")) {
            return;
        }
        LocalDate captured = LocalDate.of(today.getYear(), today.getMonthValue() - 4, 1);
        CaptureSchedule schedule = CaptureCalendar.captureOf(captured);
        int index = YearOfPayments.PAY_MONTHS.indexOf(schedule.firstMonth().getMonthValue());
        step.count("追加依頼", planning.startLater(step, captured, index));
    }

    private boolean isDay(LocalDate today, String parameter) {
        int day = (int) office.number(parameter, today);
        return today.equals(calendar.onOrAfter(today.withDayOfMonth(day)));
    }
}
