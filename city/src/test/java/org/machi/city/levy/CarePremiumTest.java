package org.machi.city.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CareChargeFile;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.platform.proof.Requirement;

/** 介護保険料 in the same ledger: charged by file, asked for, changed, demanded. */
class CarePremiumTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 7, 15);
    private static final LocalDate DUE = LocalDate.of(2026, 7, 31);

    private TollHouse house;
    private Neighbours neighbours;

    @BeforeEach
    void open() {
        house = new TollHouse();
        neighbours = new Neighbours(house.city.settings());
    }

    @AfterEach
    void close() {
        assertThat(house.city.get(LedgerVerify.class).verify()).isEmpty();
        house.close();
    }

    private static Row care(long person, long period, LocalDate due, String change, long amount) {
        return CareChargeFile.LAYOUT
                .row()
                .set(CareChargeFile.PERSON_NO, person)
                .set(CareChargeFile.CARE_NO, "%010d".formatted(2_000_000 + person))
                .set(CareChargeFile.LEVY_YEAR, 2026L)
                .set(CareChargeFile.DECISION_YEAR, 2026L)
                .set(CareChargeFile.ASSESSMENT_NO, "26%08d".formatted(person))
                .set(CareChargeFile.PAST_YEAR, "1")
                .set(CareChargeFile.PERIOD, period)
                .set(CareChargeFile.VERSION, change.equals("1") ? 1L : 2L)
                .set(CareChargeFile.CHANGE, change)
                .set(CareChargeFile.CHARGED_ON, DECIDED)
                .set(CareChargeFile.DUE_ON, due)
                .set(CareChargeFile.AMOUNT, amount)
                .build();
    }

    private void careCharged(long... people) {
        for (long person : people) {
            house.person(person, "見本　太郎");
        }
        List<Row> rows = new ArrayList<>();
        for (long person : people) {
            rows.add(care(person, 1, DUE, "1", 9_300));
            rows.add(care(person, 2, LocalDate.of(2026, 8, 31), "1", 9_000));
        }
        neighbours.send(FileKind.KAIGO_CHARGE, "KAIGO", DECIDED, null, rows);
        house.day(DECIDED);
    }

    @Test
    @Requirement({"L01", "L06"})
    void care_charges_are_asked_for_in_one_letter_with_a_slip_for_each_instalment() {
        careCharged(1, 2);
        assertThat(house.balance(1, 1)).containsEntry("open", 9_300L);
        List<Row> index = neighbours.sent(FileKind.PRINT_INDEX);
        assertThat(index)
                .extracting(row -> row.get(PrintIndexFile.KIND))
                .containsExactly("02", "02", "02", "02");
        assertThat(index)
                .extracting(row -> row.get(PrintIndexFile.LETTER_NO))
                .satisfies(numbers -> assertThat(new HashSet<>(numbers)).hasSize(2));
        assertThat(index)
                .extracting(row -> row.get(PrintIndexFile.AMOUNT))
                .containsExactly(9_300L, 9_000L, 9_300L, 9_000L);
        LocalDate day = LocalDate.of(2026, 7, 29);
        neighbours.send(FileKind.BANK_RECEIPT, "BANK", day, house.stamped(1, 1, 9_300, day));
        house.day(day);
        assertThat(house.balance(1, 1)).containsEntry("open", 0L);
    }

    @Test
    @Requirement({"L01", "L06"})
    void a_care_change_brings_new_slips_for_what_is_still_open_and_a_cancellation_none() {
        careCharged(1, 2);
        LocalDate changed = LocalDate.of(2026, 8, 10);
        neighbours.send(
                FileKind.KAIGO_CHARGE,
                "KAIGO",
                changed,
                care(1, 2, LocalDate.of(2026, 8, 31), "3", 4_000),
                care(2, 2, LocalDate.of(2026, 8, 31), "4", 9_000));
        house.day(changed);
        assertThat(house.balance(1, 2)).containsEntry("open", 4_000L);
        assertThat(house.balance(2, 2)).containsEntry("open", 0L);
        assertThat(neighbours.sent(FileKind.PRINT_INDEX))
                .extracting(row -> row.get(PrintIndexFile.AMOUNT))
                .containsExactly(9_300L, 9_000L, 9_300L, 9_000L, 4_000L);
    }

    @Test
    @Requirement({"L01", "A01"})
    void a_demand_for_care_premiums_names_that_levy() {
        careCharged(1);
        house.day(LocalDate.of(2026, 8, 20));
        assertThat(neighbours.letters()).containsExactly("02", "02", "08");
        assertThat(
                        house.db
                                .sql(
                                        "SELECT count(*) FROM levy.letter WHERE kind = '08' AND bundle IS NOT NULL")
                                .query(Long.class)
                                .single())
                .isOne();
    }
}
