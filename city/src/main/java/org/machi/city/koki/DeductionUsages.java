package org.machi.city.koki;

import java.time.LocalDate;
import java.time.Month;
import org.machi.city.koki.plan.Planning;
import org.machi.city.koki.plan.ProvisionalStarts;
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
    private final ProvisionalStarts starts;
    private final Parameters office;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    DeductionUsages(Planning planning, ProvisionalStarts starts, Parameters office) {
        this.planning = planning;
        this.starts = starts;
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

    /**
     * 追加依頼, four months after each capture but that of April: in October and December for starts of
     * the same year where the municipality has them, in February, April and June for starts of
     * April, June and August.
     */
    void startLater(StepContext step) {
        LocalDate today = step.businessDate();
        boolean month =
                switch (today.getMonth()) {
                    case FEBRUARY, APRIL, JUNE, OCTOBER, DECEMBER -> true;
                    case JANUARY, MARCH, MAY, JULY, AUGUST, SEPTEMBER, NOVEMBER -> false;
                };
        if (!month || !isDay(today, "koki.addedRequestDay")) {
            return;
        }
        CaptureSchedule capture = CaptureCalendar.captureOf(today.withDayOfMonth(1).minusMonths(4));
        if (capture.provisional()) {
            if (office.number("koki.provisionalStart", today) != 0) {
                step.count("追加依頼", starts.request(step, capture));
            }
        } else if (office.number("koki.midYearStart", today) != 0) {
            int index = YearOfPayments.PAY_MONTHS.indexOf(capture.firstMonth().getMonthValue());
            step.count("追加依頼", planning.startLater(step, capture.captureOn(), index));
        }
    }

    private boolean isDay(LocalDate today, String parameter) {
        int day = (int) office.number(parameter, today);
        return today.equals(calendar.onOrAfter(today.withDayOfMonth(day)));
    }
}
