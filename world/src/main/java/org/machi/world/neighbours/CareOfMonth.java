package org.machi.world.neighbours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machi.formats.column.Row;
import org.machi.formats.layout.CareReceiptFile;
import org.machi.formats.layout.OwnCostFile;
import org.machi.world.CareCeilings;
import org.machi.world.Stage;
import org.machi.world.people.Dice;
import org.machi.world.people.Topic;

/**
 * What care an insured person has in a month, and what the institutions claim for it. Everybody has
 * a state of health for life; a few are in hospital, a few on dialysis.
 */
final class CareOfMonth {
    private static final String INPATIENT = "11";
    private static final String OUTPATIENT = "12";
    private static final String DENTIST = "22";
    private static final String PHARMACY = "31";
    private static final String NURSING = "41";
    private static final int[] HEALTH = {120, 560, 210, 80, 22, 8};
    private static final int[] HOSPITAL = {4, 12, 25, 60, 180, 80};
    private static final long DISEASE_CEILING = 10_000;
    private static final long LEAST_CEILING = 8_000;
    private static final long MEAL = 510;

    private final Stage stage;
    private final CareCeilings ceilings;

    CareOfMonth(Stage stage, CareCeilings ceilings) {
        this.stage = stage;
        this.ceilings = ceilings;
    }

    /** Somebody of the union's list. */
    record Insured(String number, CareCeilings.Level level) {}

    private enum Health {
        HEALTHY,
        ORDINARY,
        TREATED,
        ILL,
        FRAIL,
        DIALYSIS
    }

    /** One visit to one institution, as points. */
    private record Care(String kind, int institution, int days, int points) {}

    /** The receipts of a month; the same call gives the same rows. */
    List<Row> receipts(Insured insured, LocalDate month) {
        long number = Dice.hash(insured.number());
        Dice life = Dice.of(stage.seed(), Topic.CARE, number);
        Dice dice = Dice.of(stage.seed(), Topic.CARE, number, month.toEpochDay());
        Health health = Health.values()[life.weighted(HEALTH)];
        List<Care> cares = new ArrayList<>();
        outside(health, life.below(40), dice, cares);
        if (dice.permille(HOSPITAL[health.ordinal()])) {
            int days = dice.between(3, 28);
            cares.add(
                    new Care(
                            INPATIENT,
                            50 + life.below(8),
                            days,
                            days * dice.between(2_200, 4_500)));
        }
        List<Row> rows = new ArrayList<>();
        for (Care one : cares) {
            rows.add(row(insured, month, one, health == Health.DIALYSIS, rows.size()));
        }
        return rows;
    }

    /** 自己負担額証明書 of the care insurance; only the frail have one. */
    Optional<Row> careCost(Insured insured, LocalDate year) {
        long number = Dice.hash(insured.number());
        Dice life = Dice.of(stage.seed(), Topic.CARE, number);
        if (Health.values()[life.weighted(HEALTH)] != Health.FRAIL) {
            return Optional.empty();
        }
        Dice dice = Dice.of(stage.seed(), Topic.CARE, number, year.getYear());
        return Optional.of(
                OwnCostFile.LAYOUT
                        .row()
                        .set(
                                OwnCostFile.CERTIFICATE_NO,
                                "%04d%s%05d".formatted(year.getYear(), insured.number(), 1))
                        .set(OwnCostFile.INSURED_NO, insured.number())
                        .set(OwnCostFile.YEAR_FROM, year)
                        .set(OwnCostFile.BRANCH, "2")
                        .set(OwnCostFile.INSURER, stage.place().cityCode(0))
                        .set(OwnCostFile.FROM_ON, year)
                        .set(OwnCostFile.UNTIL_ON, year.plusYears(1).minusDays(1))
                        .set(OwnCostFile.OUTPATIENT, 0L)
                        .set(OwnCostFile.AMOUNT, dice.between(60, 290) * 1_000L)
                        .build());
    }

    private static void outside(Health health, int doctor, Dice dice, List<Care> cares) {
        switch (health) {
            case HEALTHY -> visit(120, doctor, 500, 1_200, dice, cares);
            case ORDINARY -> visit(620, doctor, 500, 2_200, dice, cares);
            case TREATED -> visit(880, doctor, 1_200, 5_500, dice, cares);
            case ILL -> {
                visit(950, doctor, 2_500, 11_000, dice, cares);
                visit(700, doctor + 1, 1_500, 8_000, dice, cares);
            }
            case FRAIL -> {
                visit(900, doctor, 2_500, 8_000, dice, cares);
                cares.add(
                        new Care(
                                NURSING, doctor, dice.between(4, 12), dice.between(3_500, 12_000)));
            }
            case DIALYSIS ->
                    cares.add(
                            new Care(
                                    OUTPATIENT,
                                    60,
                                    dice.between(12, 14),
                                    dice.between(32_000, 38_000)));
        }
        if (dice.permille(150)) {
            cares.add(new Care(DENTIST, doctor, dice.between(1, 4), dice.between(600, 2_200)));
        }
    }

    /** A doctor in so many of a thousand months, and mostly the pharmacy after it. */
    private static void visit(
            int permille, int doctor, int least, int most, Dice dice, List<Care> cares) {
        if (!dice.permille(permille)) {
            return;
        }
        int points = dice.between(least, most);
        cares.add(new Care(OUTPATIENT, doctor, dice.between(1, 4), points));
        if (dice.permille(720)) {
            cares.add(new Care(PHARMACY, doctor, 1, points * dice.between(40, 130) / 100));
        }
    }

    private Row row(Insured insured, LocalDate month, Care care, boolean dialysis, int nth) {
        boolean disease = dialysis && !care.kind().equals(DENTIST) && !care.kind().equals(PHARMACY);
        boolean inpatient = care.kind().equals(INPATIENT);
        long meals = inpatient ? care.days() * 3L - 2 : 0;
        Dice chance =
                Dice.of(
                        stage.seed(),
                        Topic.CARE,
                        Dice.hash(insured.number()),
                        month.toEpochDay() + nth + 1);
        Row.Builder row =
                CareReceiptFile.LAYOUT
                        .row()
                        .set(CareReceiptFile.RECEIPT_NO, receiptNo(insured, month, nth))
                        .set(CareReceiptFile.CHANGE, "1")
                        .set(CareReceiptFile.EXAMINED, month.plusMonths(1))
                        .set(CareReceiptFile.CARE_MONTH, month)
                        .set(CareReceiptFile.INSURED_NO, insured.number())
                        .set(CareReceiptFile.INSTITUTION, institution(care))
                        .set(CareReceiptFile.KIND, care.kind())
                        .set(CareReceiptFile.SHARE, insured.level().share())
                        .set(CareReceiptFile.DAYS, (long) care.days())
                        .set(CareReceiptFile.PUBLIC_PAID, 0L)
                        .set(CareReceiptFile.DISEASE, disease)
                        .set(CareReceiptFile.THIRD_PARTY, inpatient && chance.permille(6))
                        .set(CareReceiptFile.MEALS, meals)
                        .set(CareReceiptFile.MEALS_PAID, meals * MEAL);
        return charge(row, insured, month, care.points(), disease, inpatient).build();
    }

    /** 点数, 一部負担金 rounded to ten yen, and what a ceiling kept the institution from taking. */
    private Row.Builder charge(
            Row.Builder row,
            Insured insured,
            LocalDate month,
            long points,
            boolean disease,
            boolean inpatient) {
        long share = (points * Long.parseLong(insured.level().share()) + 5) / 10 * 10;
        long ceiling = Long.MAX_VALUE;
        if (disease) {
            ceiling = DISEASE_CEILING;
        } else if (share > LEAST_CEILING) {
            ceiling = ceilings.of(month, insured.level(), inpatient, points * 10);
        }
        long paid = Math.min(share, ceiling);
        return row.set(CareReceiptFile.POINTS, points)
                .set(CareReceiptFile.PAID, paid)
                .set(CareReceiptFile.IN_KIND, share - paid);
    }

    /** The same receipt with fewer points. */
    Row corrected(Insured insured, Row row, int percent) {
        LocalDate month = row.get(CareReceiptFile.CARE_MONTH);
        return charge(
                        row.copy(),
                        insured,
                        month,
                        row.get(CareReceiptFile.POINTS) * percent / 100,
                        row.get(CareReceiptFile.DISEASE),
                        row.get(CareReceiptFile.KIND).equals(INPATIENT))
                .set(CareReceiptFile.CHANGE, "2")
                .set(CareReceiptFile.EXAMINED, month.plusMonths(2))
                .build();
    }

    private static String receiptNo(Insured insured, LocalDate month, int nth) {
        return "%04d%02d%s%04d"
                .formatted(month.getYear(), month.getMonthValue(), insured.number(), nth + 1);
    }

    /** Prefecture, 点数表 (1 medical, 3 dental, 4 pharmacy, 6 nursing) and the institution. */
    private String institution(Care care) {
        int table =
                switch (care.kind()) {
                    case DENTIST -> 3;
                    case PHARMACY -> 4;
                    case NURSING -> 6;
                    default -> 1;
                };
        return stage.unionCode().substring(2, 4)
                + table
                + "%07d".formatted(100_000 + care.institution());
    }
}
