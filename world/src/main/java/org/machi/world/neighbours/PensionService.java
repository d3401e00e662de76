package org.machi.world.neighbours;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileSummary;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.PensionNotice;
import org.machi.world.Stage;
import org.machi.world.events.Life;
import org.machi.world.offices.FormerYear;
import org.machi.world.people.Dice;
import org.machi.world.people.Numbers;
import org.machi.world.people.Pension;
import org.machi.world.people.Pensions;
import org.machi.world.people.Population;
import org.machi.world.people.Topic;
import org.machi.world.post.Sending;

/**
 * 日本年金機構: tells candidates (Z31), answers requests (Z32 and Z3A by Z33), deducts from each even
 * month's payment and tells the result (Z34).
 *
 * <p>It hears of a death some fifty days after the register, so it deducts after deaths as well.
 */
public final class PensionService extends Desk {
    private static final int DAYS_TO_ANSWER = 7;
    private static final int DAYS_TO_HEAR_OF_DEATH = 50;
    private static final int RESULT_DAY = 20;
    private static final int REFUSED_PERMILLE = 6;
    private static final int SUSPENDED_PERMILLE = 2;
    private static final String ACCEPTED = "00";
    private static final String UNKNOWN_NUMBER = "01";
    private static final String PENSION_STOPPED = "02";

    private final PensionRows rows;
    private final Candidates candidates;
    private final DeductionBook book;
    private final TreeMap<LocalDate, List<Row>> answers = new TreeMap<>();

    public PensionService(Stage stage, FormerYear former) {
        super(stage, "NENKIN");
        this.rows = new PensionRows(stage);
        this.candidates = new Candidates(stage, former, rows);
        this.book = new DeductionBook(stage.year());
        for (FormerYear.Insured one : former.all()) {
            if (one.inApril() > 0) {
                book.carryOn(one.person(), stage.people().city(one.person()), one.inApril());
            }
        }
    }

    @Override
    void read(LocalDate day, Path file) {
        List<Row> asked = new ArrayList<>();
        FileSummary summary = rows(file, asked::add);
        int city = cityOf(summary.from());
        LocalDate tell = stage().calendar().after(day, DAYS_TO_ANSWER);
        List<Row> told = answers.computeIfAbsent(tell, key -> new ArrayList<>());
        for (Row row : asked) {
            String result = judge(row, day);
            if (result.equals(ACCEPTED)) {
                apply(row, city, day);
            }
            told.add(answerTo(row, result, tell));
        }
    }

    private int cityOf(String code) {
        return code.equals(stage().place().cityCode(0)) ? 0 : 1;
    }

    private static PensionNotice notice(Row row) {
        return PensionNotice.find(row.get(PensionFile.NOTICE)).orElseThrow();
    }

    private String judge(Row row, LocalDate day) {
        String number = row.get(PensionFile.PENSION_NO);
        int p = Numbers.ofPensionNo(stage().people(), number);
        if (p == Population.NONE) {
            return UNKNOWN_NUMBER;
        }
        PensionNotice notice = notice(row);
        boolean asks = notice == PensionNotice.REQUEST || notice == PensionNotice.ADDED_REQUEST;
        Dice dice = Dice.of(stage().seed(), Topic.PENSION_OFFICE, p, day.toEpochDay());
        return asks && dice.permille(REFUSED_PERMILLE) ? PENSION_STOPPED : ACCEPTED;
    }

    private void apply(Row row, int city, LocalDate day) {
        int p = Numbers.ofPensionNo(stage().people(), row.get(PensionFile.PENSION_NO));
        long first = row.get(PensionFile.AMOUNT1);
        long later = row.get(PensionFile.AMOUNT2);
        boolean wanted = !row.text(PensionFile.DIVISION).equals("03");
        switch (notice(row)) {
            case REQUEST -> book.request(p, city, wanted ? first : 0, wanted ? later : 0);
            case ADDED_REQUEST -> {
                if (wanted) {
                    book.added(p, city, day, first, later);
                }
            }
            case LOSS -> book.stop(p, city, day);
            case PROVISIONAL_CHANGE -> book.change(p, city, day, first);
            case ADDRESS_EXCEPTION -> {
                // Only the address for letters changes.
            }
            case CANDIDATES,
                    REQUEST_RESULT,
                    DEDUCTED,
                    ADDED_CANDIDATES,
                    ADDED_REQUEST_RESULT,
                    LOSS_RESULT,
                    PROVISIONAL_CHANGE_RESULT,
                    ADDRESS_EXCEPTION_RESULT ->
                    throw new IllegalStateException("a city doesn't send " + notice(row));
        }
    }

    private static Row answerTo(Row row, String result, LocalDate day) {
        PensionNotice answer =
                switch (notice(row)) {
                    case REQUEST -> PensionNotice.REQUEST_RESULT;
                    case ADDED_REQUEST -> PensionNotice.ADDED_REQUEST_RESULT;
                    case LOSS -> PensionNotice.LOSS_RESULT;
                    case PROVISIONAL_CHANGE -> PensionNotice.PROVISIONAL_CHANGE_RESULT;
                    case ADDRESS_EXCEPTION -> PensionNotice.ADDRESS_EXCEPTION_RESULT;
                    case CANDIDATES,
                            REQUEST_RESULT,
                            DEDUCTED,
                            ADDED_CANDIDATES,
                            ADDED_REQUEST_RESULT,
                            LOSS_RESULT,
                            PROVISIONAL_CHANGE_RESULT,
                            ADDRESS_EXCEPTION_RESULT ->
                            throw new IllegalStateException("no answer to " + notice(row));
                };
        return row.copy()
                .set(PensionFile.NOTICE, answer.code())
                .set(PensionFile.RESULT, result)
                .set(PensionFile.MADE_ON, day)
                .build();
    }

    @Override
    void answer(LocalDate day, Sending sending) {
        if (day.isBefore(stage().firstDay())) {
            return;
        }
        Map<Integer, LocalDate> dead = deathsKnown(day);
        for (int city = 0; city < stage().place().cities(); city++) {
            String to = stage().place().cityCode(city);
            sending.send(FileKind.Z31, to, candidates.on(day, city));
            sending.send(FileKind.Z33, to, answersTo(to, day));
            sending.send(FileKind.Z34, to, deducted(city, day, dead));
        }
    }

    private List<Row> answersTo(String city, LocalDate day) {
        return answers.getOrDefault(day, List.of()).stream()
                .filter(row -> city.startsWith(row.get(PensionFile.MUNICIPALITY_CODE)))
                .sorted(
                        Comparator.comparing((Row row) -> row.get(PensionFile.COLLECTOR))
                                .thenComparing(row -> row.get(PensionFile.NOTICE)))
                .toList();
    }

    /** Deaths by person with the day on which this office hears of them. */
    private Map<Integer, LocalDate> deathsKnown(LocalDate day) {
        Map<Integer, LocalDate> dead = new HashMap<>();
        for (Life.Death death : stage().life().deaths()) {
            LocalDate heard = death.knownOn().plusDays(DAYS_TO_HEAR_OF_DEATH);
            if (heard.isBefore(day)) {
                dead.put(death.person(), heard);
            }
        }
        return dead;
    }

    private List<Row> deducted(int city, LocalDate day, Map<Integer, LocalDate> dead) {
        int payment = paymentOf(day);
        if (payment < 0) {
            return List.of();
        }
        LocalDate payday = stage().calendar().onOrBefore(book.payday(payment));
        List<Row> results = new ArrayList<>();
        book.plans()
                .forEach((p, plan) -> {
                    if (plan.city() == city && plan.yen()[payment] > 0) {
                        Row row = result(p, plan.yen()[payment], payday, day, dead.get(p));
                        if (row != null) {
                            results.add(row);
                        }
                    }
                });
        return results;
    }

    /** The payment whose result goes out on a day, or -1. */
    private int paymentOf(LocalDate day) {
        for (int i = 0; i < DeductionBook.PAYMENTS; i++) {
            LocalDate told = book.payday(i).withDayOfMonth(RESULT_DAY);
            if (day.equals(stage().calendar().onOrAfter(told))) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Row result(
            int p, long yen, LocalDate payday, LocalDate day, @Nullable LocalDate heardOfDeath) {
        Pension pension = Pensions.of(stage().people(), p, stage().firstDay());
        String division = "00";
        if (heardOfDeath != null && heardOfDeath.isBefore(payday)) {
            if (heardOfDeath.isBefore(payday.minusMonths(2))) {
                return null;
            }
            division = "01";
        } else {
            Dice dice = Dice.of(stage().seed(), Topic.PENSION_OFFICE, p, payday.toEpochDay());
            if (dice.permille(SUSPENDED_PERMILLE)) {
                division = dice.permille(700) ? "02" : "03";
            }
        }
        boolean taken = division.equals("00");
        return rows.row(p, PensionNotice.DEDUCTED, day, pension)
                .set(PensionFile.DIVISION, division)
                .set(PensionFile.EVENT_ON, payday)
                .set(PensionFile.AMOUNT1, taken ? yen : 0L)
                .set(PensionFile.AMOUNT2, taken ? pension.perPayment() : 0L)
                .set(PensionFile.AMOUNT3, 0L)
                .set(PensionFile.MUNICIPALITY_CODE, municipality(p))
                .build();
    }

    private String municipality(int p) {
        DeductionBook.Plan plan = book.plans().get(p);
        int city = plan == null ? stage().people().city(p) : plan.city();
        return stage().place().cityCode(city).substring(0, 5);
    }
}
