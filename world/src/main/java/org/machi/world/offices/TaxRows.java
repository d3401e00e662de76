package org.machi.world.offices;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.layout.TaxFile;
import org.machi.world.Stage;
import org.machi.world.people.Income;
import org.machi.world.people.Numbers;
import org.machi.world.people.Population;
import org.machi.world.people.Status;

/** Rows with the 63 tax items of a person. */
public final class TaxRows {
    private static final long TAX_FREE = 450_000;

    private final Stage stage;
    private final Population people;

    public TaxRows(Stage stage) {
        this.stage = stage;
        this.people = stage.people();
    }

    /**
     * How a row came about.
     *
     * @param change 異動区分コード
     * @param correctedOn 更正年月日 or null
     * @param reason 更正事由コード or null
     */
    public record Change(String change, @Nullable LocalDate correctedOn, @Nullable String reason) {
        /** The first row of a levy year. */
        public static final Change FIRST = new Change("0", null, null);
    }

    /** The row that a city's tax office tells its own city. */
    public Row row(int p, int city, int levyYear, Income income, Change change) {
        return fill(TaxFile.LAYOUT.row(), p, city, levyYear, income, change).build();
    }

    /** Fills the tax items into any row that has them. */
    public Row.Builder fill(
            Row.Builder row, int p, int city, int levyYear, Income income, Change change) {
        boolean over65 = people.age(p, LocalDate.of(levyYear, 1, 1)) >= 65;
        TaxFigures f = TaxFigures.of(income, over65, levyYear);
        boolean here = people.status(p) != Status.NON_RESIDENT;
        String code = stage.place().cityCode(city);
        row.set(TaxFile.INSURER_NO, stage.unionCode())
                .set(TaxFile.HOME_CODE, code)
                .set(TaxFile.PERSON_KIND, here ? "1" : "2")
                .set(TaxFile.PERSON_NO, Numbers.personNo(city, p))
                .set(TaxFile.LEVY_YEAR, (long) levyYear)
                .set(TaxFile.MUNICIPALITY_CODE, code)
                .set(TaxFile.CHANGE, change.change())
                .set(TaxFile.CORRECTED_ON, change.correctedOn())
                .set(TaxFile.CORRECTION_REASON, change.reason())
                .set(TaxFile.TAXPAYER_NO, String.format("%010d", p + 1))
                .set(TaxFile.TRANSITION, false)
                .set(TaxFile.BASE_GIVEN, false)
                .set(TaxFile.REDUCTION_GIVEN, false)
                .set(TaxFile.LOW_GIVEN, false)
                .set(TaxFile.SHARE_GIVEN, false);
        if (!income.declared()) {
            return row.set(TaxFile.TAXED, "9").set(TaxFile.UNDECLARED, "1");
        }
        boolean simple = "04".equals(change.reason());
        boolean taxed = f.total() + f.separate() > TAX_FREE;
        row.set(TaxFile.TAXED, taxed ? "1" : "0").set(TaxFile.UNDECLARED, simple ? "2" : "0");
        return amounts(row, income, f);
    }

    private static Row.Builder amounts(Row.Builder row, Income i, TaxFigures f) {
        long all = f.total() + f.separate();
        row.set(TaxFile.BASE, f.base())
                .set(TaxFile.REDUCTION_INCOME, f.reduction())
                .set(TaxFile.LOW_INCOME, all)
                .set(TaxFile.SHARE_INCOME, Math.max(0, all - 430_000))
                .set(TaxFile.TAXABLE, Math.max(0, all - 430_000 - 150_000) / 1_000 * 1_000)
                .set(TaxFile.BUSINESS, f.business())
                .set(TaxFile.FARMING, i.farming())
                .set(TaxFile.REAL_ESTATE, i.rent())
                .set(TaxFile.DIVIDEND, i.dividend())
                .set(TaxFile.SALARY_INCOME, f.salary())
                .set(TaxFile.MISC_OTHER, i.other())
                .set(TaxFile.MISC_TOTAL, f.pension() + i.other())
                .set(TaxFile.SALARY, i.salary())
                .set(TaxFile.FAMILY_EMPLOYEE_DEDUCTION, i.familyWage())
                .set(TaxFile.PENSION, i.pension());
        if (i.land() > 0) {
            row.set(TaxFile.SEPARATE_LONG, i.land()).set(TaxFile.DEDUCT_LONG, i.landDeduction());
        }
        if (i.stocks() > 0) {
            row.set(TaxFile.SHARES_LISTED, i.stocks())
                    .set(TaxFile.LOSS_SHARES, i.stockLossBrought());
        }
        if (i.lossBrought() > 0) {
            row.set(TaxFile.LOSS_NET, i.lossBrought());
        }
        return row;
    }
}
