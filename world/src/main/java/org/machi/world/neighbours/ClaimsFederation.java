package org.machi.world.neighbours;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatWriter;
import org.machi.formats.layout.CareInsuredFile;
import org.machi.formats.layout.CareReceiptFile;
import org.machi.world.CareCeilings;
import org.machi.world.Stage;
import org.machi.world.people.Dice;
import org.machi.world.people.Topic;
import org.machi.world.post.Sending;

/**
 * 国民健康保険団体連合会: once a month, the examined receipts of the month before for everybody whom the union
 * named, and what a second look at the month before that changed or took back; once a year what
 * they paid for care (介護保険).
 */
public final class ClaimsFederation extends Desk {
    private static final int EXAMINED_ON = 25;
    private static final Month CERTIFIED_IN = Month.OCTOBER;
    private static final int CORRECTED = 6;
    private static final int CANCELLED = 2;

    private final CareOfMonth care;
    private final TreeMap<LocalDate, List<CareOfMonth.Insured>> months = new TreeMap<>();

    public ClaimsFederation(Stage stage, CareCeilings ceilings) {
        super(stage, "KOKUHO");
        this.care = new CareOfMonth(stage, ceilings);
    }

    @Override
    void read(LocalDate day, Path file) {
        rows(
                file,
                row -> {
                    LocalDate month = row.get(CareInsuredFile.CARE_MONTH);
                    months.computeIfAbsent(month, key -> new ArrayList<>()).add(insured(row));
                });
        months.headMap(day.withDayOfMonth(1).minusMonths(2)).clear();
    }

    private static CareOfMonth.Insured insured(Row row) {
        return new CareOfMonth.Insured(
                row.get(CareInsuredFile.INSURED_NO),
                new CareCeilings.Level(
                        row.has(CareInsuredFile.SHARE) ? row.get(CareInsuredFile.SHARE) : "1",
                        row.text(CareInsuredFile.LIMIT)));
    }

    /** 介護の自己負担額 of the year that ended in July, once a year. */
    private void ownCosts(LocalDate day, Sending sending) {
        if (day.getMonth() == CERTIFIED_IN) {
            LocalDate year = LocalDate.of(day.getYear() - 1, Month.AUGUST, 1);
            List<CareOfMonth.Insured> last =
                    months.getOrDefault(day.withDayOfMonth(1).minusMonths(1), List.of());
            sending.send(
                    FileKind.K_OWN_COST,
                    stage().unionCode(),
                    last.stream().flatMap(one -> care.careCost(one, year).stream()).toList());
        }
    }

    @Override
    void answer(LocalDate day, Sending sending) {
        LocalDate month = day.withDayOfMonth(1).minusMonths(1);
        if (!stage().isOnOrAfter(day, EXAMINED_ON) || !months.containsKey(month)) {
            return;
        }
        sending.send(
                FileKind.K_RECEIPT,
                stage().unionCode(),
                null,
                null,
                file -> {
                    for (CareOfMonth.Insured one : months.getOrDefault(month, List.of())) {
                        for (Row row : care.receipts(one, month)) {
                            file.write(row);
                        }
                    }
                    lookAgain(month.minusMonths(1), file);
                });
        ownCosts(day, sending);
    }

    /** 過誤・再審査: what was examined a month ago. */
    private void lookAgain(LocalDate month, FormatWriter file) throws IOException {
        for (CareOfMonth.Insured one : months.getOrDefault(month, List.of())) {
            for (Row row : care.receipts(one, month)) {
                long number = Dice.hash(row.get(CareReceiptFile.RECEIPT_NO));
                Dice dice = Dice.of(stage().seed(), Topic.CARE_REVIEW, number);
                int fate = dice.below(1_000);
                if (fate < CORRECTED) {
                    file.write(care.corrected(one, row, dice.between(70, 98)));
                } else if (fate < CORRECTED + CANCELLED) {
                    file.write(
                            row.copy()
                                    .set(CareReceiptFile.CHANGE, "3")
                                    .set(CareReceiptFile.EXAMINED, month.plusMonths(2))
                                    .build());
                }
            }
        }
    }
}
