package org.machi.world.neighbours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.formats.column.Row;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.PensionNotice;
import org.machi.world.Stage;
import org.machi.world.offices.FormerYear;
import org.machi.world.people.Pension;
import org.machi.world.people.Pensions;
import org.machi.world.people.Population;

/**
 * Whom the pension service tells the cities of (捕捉): in May everyone of 75 and over on 1 April; two
 * months after each further day of reckoning those who turned 75 or moved since the one before.
 */
final class Candidates {
    private static final int MAY_DAY = 20;
    private static final int DAY = 5;
    private static final int AGE = 75;
    private static final long LEAST_PENSION = 180_000;

    private final Stage stage;
    private final FormerYear former;
    private final PensionRows rows;

    Candidates(Stage stage, FormerYear former, PensionRows rows) {
        this.stage = stage;
        this.former = former;
        this.rows = rows;
    }

    /** The candidates told to a city on a day. */
    List<Row> on(LocalDate day, int city) {
        if (!day.isBefore(stage.firstDay().plusYears(1))) {
            return List.of();
        }
        int month = day.getMonthValue();
        if (month == 5 && stage.isOnOrAfter(day, MAY_DAY)) {
            return everyone(day, city);
        }
        boolean told = month == 4 || month == 8 || month == 10 || month == 12 || month == 2;
        return told && stage.isOnOrAfter(day, DAY) ? added(day, city) : List.of();
    }

    private List<Row> everyone(LocalDate day, int city) {
        Population people = stage.people();
        LocalDate captured = stage.firstDay();
        long oldest = captured.minusYears(AGE).toEpochDay();
        List<Row> found = new ArrayList<>();
        for (int p = 0; p < people.size(); p++) {
            FormerYear.Insured known = former.of(p);
            boolean old = people.birthDay(p) <= oldest || known != null;
            if (old && people.city(p) == city && people.resident(p)) {
                boolean running = known != null && known.inApril() > 0;
                String division = running ? "02" : "01";
                add(found, p, PensionNotice.CANDIDATES, division, captured, day);
            }
        }
        return found;
    }

    private List<Row> added(LocalDate day, int city) {
        Population people = stage.people();
        LocalDate captured = day.minusMonths(2).withDayOfMonth(1);
        LocalDate before = captured.minusMonths(2);
        boolean afterApril = captured.getMonthValue() == 6;
        LocalDate since = afterApril ? stage.firstDay() : before;
        long oldest = captured.minusYears(AGE).toEpochDay();
        List<Row> found = new ArrayList<>();
        for (int p = 0; p < people.size(); p++) {
            if (people.birthDay(p) > oldest || people.city(p) != city || !people.resident(p)) {
                continue;
            }
            LocalDate at75 = people.birth(p).plusYears(AGE);
            LocalDate came = LocalDate.ofEpochDay(people.residentSince(p));
            if (at75.isAfter(since) && !at75.isAfter(captured)) {
                add(found, p, PensionNotice.ADDED_CANDIDATES, "01", captured, day);
            } else if (came.isAfter(since) && !came.isAfter(captured)) {
                add(found, p, PensionNotice.ADDED_CANDIDATES, "02", captured, day);
            }
        }
        return found;
    }

    private void add(
            List<Row> found,
            int p,
            PensionNotice notice,
            String division,
            LocalDate captured,
            LocalDate day) {
        Pension pension = Pensions.of(stage.people(), p, stage.firstDay());
        if (pension.annual() < LEAST_PENSION) {
            return;
        }
        found.add(
                rows.row(p, notice, day, pension)
                        .set(PensionFile.DIVISION, division)
                        .set(PensionFile.EVENT_ON, captured)
                        .set(PensionFile.AMOUNT1, pension.annual())
                        .set(PensionFile.AMOUNT2, 0L)
                        .set(PensionFile.AMOUNT3, 0L)
                        .build());
    }
}
