package org.machi.city.koki.letters;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.levy.SlipBatch;
import org.machi.city.levy.SlipOrder;
import org.machi.city.levy.SlipPurpose;
import org.machi.city.levy.Slips;
import org.machi.law.BusinessCalendar;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.Outbox;
import org.machi.platform.forms.FontSet;
import org.machi.platform.jobs.Step;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/**
 * 通知書の作成: tells every plan once. Provisional deductions are told on the day of their plan, the main
 * decisions of July together on the notice day, every later change on the next business day; slips
 * follow for what was not told before.
 */
@Component
public class Letters {

    private static final int JULY = 7;

    private final Slips slips;
    private final Outbox outbox;
    private final LetterOffice office;
    private final LetterBook book;
    private final Parameters parameters;
    private final OrganisationSettings settings;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    Letters(
            Slips slips,
            Outbox outbox,
            LetterOffice office,
            LetterBook book,
            Parameters parameters,
            OrganisationSettings settings) {
        this.slips = slips;
        this.outbox = outbox;
        this.office = office;
        this.book = book;
        this.parameters = parameters;
        this.settings = settings;
    }

    /** After the day's plans and charges. */
    public List<Step> steps() {
        return List.of(Step.of("通知書・納付書の作成", this::write));
    }

    private void write(StepContext step) {
        LocalDate today = step.businessDate();
        DuePlans plans = new DuePlans(step, settings.code());
        int staged = plans.stage(heldBackFrom(today));
        if (staged == 0) {
            return;
        }
        SlipBatch first = issue(today, true);
        SlipBatch changed = issue(today, false);
        LetterMaker maker = new LetterMaker(office.on(today), today, book.issued(step));
        LetterBook.Entries entries = book.open(today);
        try (Press press = new Press(outbox, fonts(), today, step.actor(), entries)) {
            plans.read(
                    first.batch(),
                    changed.batch(),
                    plan -> {
                        maker.letters(plan).forEach(press::print);
                        step.progress(plans.told(), staged);
                    });
            press.finish();
        }
        entries.keep(step);
        plans.noticed();
        step.count("通知書", entries.count());
        step.count("引抜き", entries.pulledOut());
        step.count("納付書", first.slips() + changed.slips());
    }

    /** In July before the notice day nothing that was decided in July goes out. */
    private @Nullable LocalDate heldBackFrom(LocalDate today) {
        if (today.getMonthValue() != JULY) {
            return null;
        }
        int day = (int) parameters.number("koki.noticeDay", today);
        LocalDate notice = calendar.onOrAfter(today.withDayOfMonth(day));
        return today.isBefore(notice) ? today.withDayOfMonth(1) : null;
    }

    private SlipBatch issue(LocalDate today, boolean first) {
        long useByDays = parameters.number("koki.slipUseByDays", today);
        return slips.issue(
                new SlipOrder(
                        today,
                        first ? SlipPurpose.NOTICE : SlipPurpose.CHANGE,
                        first ? "保険料額の決定" : "保険料額の変更",
                        LetterSql.slips(first, today.toString(), useByDays)));
    }

    private FontSet fonts() {
        return FontSet.find(settings.folder());
    }
}
