package org.machi.platform.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 業務日付とカレンダー: the day the office is at, and on which days of the fiscal year it is open. */
@Controller
class CalendarPages {
    private static final int FIRST_MONTH = 4;
    private static final int DAYS_OF_A_WEEK = 7;

    private final BusinessDate businessDate;
    private final Optional<OfficeDays> officeDays;
    private final Show show;

    CalendarPages(BusinessDate businessDate, Optional<OfficeDays> officeDays, Show show) {
        this.businessDate = businessDate;
        this.officeDays = officeDays;
        this.show = show;
    }

    /**
     * A cell of a month.
     *
     * @param date null for the cells before the first and after the last day
     * @param look style class
     * @param why name of the holiday, or empty
     */
    record Day(@Nullable LocalDate date, String look, String why) {}

    /** A month with its weeks, which begin on Sunday as on calendars in Japan. */
    record Month(String name, List<List<Day>> weeks, List<Day> holidays) {}

    @GetMapping("/calendar")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "業務カレンダー")
    String calendar(@RequestParam Optional<Integer> year, Model model) {
        LocalDate today = businessDate.today();
        int present = today.getYear() - (today.getMonthValue() < FIRST_MONTH ? 1 : 0);
        int shown = Math.clamp(year.orElse(present), 1989, 2100);
        model.addAttribute("today", today);
        model.addAttribute("year", shown);
        model.addAttribute("known", officeDays.isPresent());
        model.addAttribute(
                "months",
                IntStream.range(0, 12)
                        .mapToObj(n -> YearMonth.of(shown, FIRST_MONTH).plusMonths(n))
                        .map(month -> month(month, today))
                        .toList());
        return "platform/calendar";
    }

    private Month month(YearMonth month, LocalDate today) {
        List<Day> days = new ArrayList<>();
        int before = month.atDay(1).getDayOfWeek().getValue() % DAYS_OF_A_WEEK;
        for (int n = 0; n < before; n++) {
            days.add(new Day(null, "", ""));
        }
        for (int n = 1; n <= month.lengthOfMonth(); n++) {
            days.add(day(month.atDay(n), today));
        }
        while (days.size() % DAYS_OF_A_WEEK != 0) {
            days.add(new Day(null, "", ""));
        }
        List<List<Day>> weeks = new ArrayList<>();
        for (int n = 0; n < days.size(); n += DAYS_OF_A_WEEK) {
            weeks.add(List.copyOf(days.subList(n, n + DAYS_OF_A_WEEK)));
        }
        String date = show.date(month.atDay(1));
        return new Month(
                date.substring(0, date.indexOf('月') + 1),
                weeks,
                days.stream().filter(day -> !day.why().isEmpty()).toList());
    }

    private Day day(LocalDate date, LocalDate today) {
        String why = officeDays.flatMap(days -> days.holiday(date)).orElse("");
        boolean weekend =
                date.getDayOfWeek() == DayOfWeek.SATURDAY
                        || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        String look = why.isEmpty() ? weekend ? "weekend" : "" : "closed";
        return new Day(date, date.equals(today) ? look + " today" : look, why);
    }
}
