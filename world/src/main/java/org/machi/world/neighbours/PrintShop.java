package org.machi.world.neighbours;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileSummary;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.formats.layout.PrintResultFile;
import org.machi.world.Stage;
import org.machi.world.people.Dice;
import org.machi.world.people.Topic;
import org.machi.world.post.Mailboxes;
import org.machi.world.post.Sending;

/**
 * 印刷会社: checks that a bundle's PDF has the pages which the index tells, posts the letters on their
 * day, tells what was posted and, some days later, what the post office brought back.
 */
public final class PrintShop extends Desk {
    private static final int RETURNED_PER_10000 = 50;
    private static final int DAYS_REMEMBERED = 30;
    private static final String POSTED = "01";
    private static final String SPOILT = "03";
    private static final String BENEFIT_CALL = "22";
    private static final String[] RETURNS = {"11", "12", "13", "14"};

    private final Mailboxes mail;
    private final Mailboxes calls;
    private final TreeMap<LocalDate, List<Letter>> toPost = new TreeMap<>();
    private final TreeMap<LocalDate, List<Letter>> toReturn = new TreeMap<>();

    /**
     * A letter, with what its index rows say about slips.
     *
     * @param arrives whether it reaches its addressee
     * @param result 結果コード
     */
    private record Letter(String city, Row first, List<Row> slips, boolean arrives, String result) {

        boolean calls() {
            return arrives && first.get(PrintIndexFile.KIND).equals(BENEFIT_CALL);
        }
    }

    public PrintShop(Stage stage, Mailboxes mail, Mailboxes calls) {
        super(stage, "PRINT");
        this.mail = mail;
        this.calls = calls;
    }

    @Override
    void read(LocalDate day, Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".pdf")) {
            return;
        }
        List<Row> index = new ArrayList<>();
        FileSummary summary = rows(file, index::add);
        Path pdf = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".pdf");
        boolean good = PdfPages.count(pdf) >= lastPage(index);
        Row first = null;
        List<Row> slips = new ArrayList<>();
        for (Row row : index) {
            if (first != null && !sameLetter(first, row)) {
                schedule(day, summary.from(), first, slips, good);
                slips = new ArrayList<>();
                first = null;
            }
            first = first == null ? row : first;
            if (row.has(PrintIndexFile.OCR_LINE) && row.get(PrintIndexFile.AMOUNT) > 0) {
                slips.add(row);
            }
        }
        if (first != null) {
            schedule(day, summary.from(), first, slips, good);
        }
    }

    private static boolean sameLetter(Row a, Row b) {
        return a.get(PrintIndexFile.LETTER_NO).equals(b.get(PrintIndexFile.LETTER_NO));
    }

    private static long lastPage(List<Row> index) {
        long last = 1;
        for (Row row : index) {
            long end = row.get(PrintIndexFile.FIRST_PAGE) + row.get(PrintIndexFile.PAGES) - 1;
            last = Math.max(last, end);
        }
        return last;
    }

    private void schedule(
            LocalDate day, String city, Row first, List<Row> slips, boolean printable) {
        LocalDate wanted = first.get(PrintIndexFile.POST_ON);
        LocalDate on = stage().calendar().onOrAfter(wanted.isBefore(day) ? day : wanted);
        if (!printable) {
            put(toPost, day, new Letter(city, first, List.of(), false, SPOILT));
            return;
        }
        Dice dice =
                Dice.of(
                        stage().seed(),
                        Topic.MAIL,
                        Dice.hash(city + first.get(PrintIndexFile.LETTER_NO)));
        boolean comesBack = dice.below(10_000) < RETURNED_PER_10000;
        put(toPost, on, new Letter(city, first, comesBack ? List.of() : slips, !comesBack, POSTED));
        if (comesBack) {
            LocalDate back = stage().calendar().after(on, dice.between(4, 9));
            String reason = RETURNS[dice.weighted(45, 35, 5, 15)];
            put(toReturn, back, new Letter(city, first, List.of(), false, reason));
        }
    }

    private static void put(TreeMap<LocalDate, List<Letter>> to, LocalDate on, Letter letter) {
        to.computeIfAbsent(on, key -> new ArrayList<>()).add(letter);
    }

    @Override
    void answer(LocalDate day, Sending sending) {
        toPost.headMap(day.minusDays(DAYS_REMEMBERED)).clear();
        toReturn.headMap(day.minusDays(DAYS_REMEMBERED)).clear();
        List<Letter> today = new ArrayList<>(toPost.getOrDefault(day, List.of()));
        deliver(day, today);
        today.addAll(toReturn.getOrDefault(day, List.of()));
        for (int city = 0; city < stage().place().cities(); city++) {
            String to = stage().place().cityCode(city);
            List<Row> results =
                    today.stream()
                            .filter(letter -> letter.city.equals(to))
                            .map(letter -> result(letter, day))
                            .toList();
            sending.send(FileKind.PRINT_RESULT, to, results);
        }
    }

    /** The post office needs one to three days. */
    private void deliver(LocalDate day, List<Letter> letters) {
        List<String> lines = new ArrayList<>();
        List<String> called = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Letter letter : letters) {
            Dice dice =
                    Dice.of(
                            stage().seed(),
                            Topic.PRINT_DELIVERY,
                            Dice.hash(letter.city + letter.first.get(PrintIndexFile.LETTER_NO)));
            LocalDate arrives = day.plusDays(dice.between(1, 3));
            if (letter.calls()) {
                long personNo = letter.first.get(PrintIndexFile.PERSON_NO);
                called.add(Applicants.line(letter.city, arrives, personNo));
            }
            for (Row row : letter.slips) {
                String line = slip(letter.city, arrives, row).line();
                if (seen.add(line)) {
                    lines.add(line);
                }
            }
        }
        mail.deliver(day, lines);
        calls.deliver(day, called);
    }

    private static Slip slip(String city, LocalDate arrives, Row row) {
        return new Slip(
                city,
                arrives,
                row.get(PrintIndexFile.KIND),
                row.get(PrintIndexFile.PERSON_NO),
                row.text(PrintIndexFile.BARCODE),
                row.get(PrintIndexFile.OCR_LINE),
                row.get(PrintIndexFile.AMOUNT),
                row.orNull(PrintIndexFile.DUE_ON),
                row.orNull(PrintIndexFile.USE_BY));
    }

    private static Row result(Letter letter, LocalDate day) {
        return PrintResultFile.LAYOUT
                .row()
                .set(PrintResultFile.BUNDLE, letter.first.get(PrintIndexFile.BUNDLE))
                .set(PrintResultFile.LETTER_NO, letter.first.get(PrintIndexFile.LETTER_NO))
                .set(PrintResultFile.KIND, letter.first.get(PrintIndexFile.KIND))
                .set(PrintResultFile.PERSON_NO, letter.first.get(PrintIndexFile.PERSON_NO))
                .set(PrintResultFile.RESULT, letter.result)
                .set(PrintResultFile.RESULT_ON, day)
                .set(PrintResultFile.PAGES, letter.first.get(PrintIndexFile.PAGES))
                .build();
    }
}
