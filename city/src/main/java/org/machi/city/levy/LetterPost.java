package org.machi.city.levy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.law.BusinessCalendar;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.files.OutgoingFile;
import org.machi.platform.forms.FontSet;
import org.machi.platform.forms.IndexEntry;
import org.machi.platform.forms.PrintResult;
import org.machi.platform.forms.PrintRun;
import org.springframework.stereotype.Component;

/**
 * Bundles of letters to the print shop: one PDF with its index, some thousand letters at a time.
 * Every letter is entered in the book, one that can't be drawn with the reason.
 */
@Component
class LetterPost {

    static final String NOTICE = "02";
    static final String DEMAND = "08";
    static final String REFUND = "10";
    static final String OFFSET = "11";
    static final String DEBIT_FAILED = "12";
    static final String SLIP = "07";
    private static final int LETTERS_PER_BUNDLE = 2_000;

    private final Outbox outbox;
    private final PostedLetters book;
    private final OrganisationSettings settings;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    LetterPost(Outbox outbox, PostedLetters book, OrganisationSettings settings) {
        this.outbox = outbox;
        this.book = book;
        this.settings = settings;
    }

    /** What one slip of a letter asks to pay. */
    record Demanded(
            long period,
            String slipNo,
            @Nullable String barcode,
            @Nullable String ocrLine,
            long amount,
            LocalDate dueOn,
            LocalDate useBy) {}

    /** Where a letter goes, and what its slips ask to pay; a letter without slips asks nothing. */
    record Item(
            String addressee,
            @Nullable String postalCode,
            String address,
            List<Demanded> demanded) {

        Item asking(List<Demanded> slips) {
            return new Item(addressee, postalCode, address, slips);
        }
    }

    /**
     * Sends the letters in bundles.
     *
     * @return letters that were printed; the others are stopped (発行抑止, 居所不明) or have characters
     *     that can't be drawn, and are set aside
     */
    long send(List<SlipLetters.Entry> letters, String kind, LocalDate day, Actor actor) {
        Map<Long, String> stopped = book.notPosted(letters);
        for (SlipLetters.Entry letter : letters) {
            String reason = reason(letter, stopped);
            if (reason != null) {
                book.pullOut(
                        PrintRun.single(fonts(), letter.letter()),
                        new PostedLetters.NotPosted(letter.letter().id(), kind, reason),
                        day);
            }
        }
        long printed =
                sendFree(
                        letters.stream().filter(one -> reason(one, stopped) == null).toList(),
                        kind,
                        day,
                        actor);
        book.addressed(letters);
        return printed;
    }

    /**
     * Why a letter is not sent. One to somebody else (連帯納付義務者) is stopped for whom it is about and
     * for who would read it; that the former can't be found doesn't matter.
     */
    private static @Nullable String reason(SlipLetters.Entry letter, Map<Long, String> notPosted) {
        String own = notPosted.get(personOf(letter));
        Long addressee = letter.addressee();
        if (addressee == null || PostedLetters.STOPPED.equals(own)) {
            return own;
        }
        return notPosted.get(addressee);
    }

    static long personOf(SlipLetters.Entry entry) {
        return entry.letter().id().personNo();
    }

    private long sendFree(
            List<SlipLetters.Entry> letters, String kind, LocalDate day, Actor actor) {
        long printed = 0;
        for (int from = 0; from < letters.size(); from += LETTERS_PER_BUNDLE) {
            int to = Math.min(from + LETTERS_PER_BUNDLE, letters.size());
            printed += bundle(letters.subList(from, to), kind, day, actor);
        }
        return printed;
    }

    private long bundle(List<SlipLetters.Entry> letters, String kind, LocalDate day, Actor actor) {
        Map<String, Item> items = new HashMap<>();
        for (SlipLetters.Entry entry : letters) {
            items.put(entry.letter().id().letterNo(), entry.item());
        }
        try (OutgoingFile file =
                outbox.open(Dispatch.of(FileKind.PRINT_INDEX, "PRINT", day, actor))) {
            PrintResult result =
                    PrintRun.into(fonts(), n -> file.attach("pdf"))
                            .pagesPerBundle(Integer.MAX_VALUE)
                            .print(letters.stream().map(SlipLetters.Entry::letter).iterator());
            book.setAside(result.undrawable(), kind, day);
            if (result.index().isEmpty()) {
                // Nothing could be drawn, so there is nothing to send; closing discards the file.
                return 0;
            }
            String bundle = file.header().fileName().replace(".csv", "");
            for (IndexEntry entry : result.index()) {
                Item item = items.get(entry.letter().letterNo());
                if (item != null) {
                    Row row =
                            row(bundle, kind, entry, item)
                                    .set(PrintIndexFile.POST_ON, calendar.next(day))
                                    .build();
                    write(file, row, item);
                }
            }
            book.printed(
                    result.index(),
                    kind,
                    day,
                    new PostedLetters.Bundle(file.finish().id(), bundle));
            return result.index().size();
        }
    }

    private static void write(OutgoingFile file, Row row, Item item) {
        if (item.demanded().isEmpty()) {
            file.write(row);
        }
        for (Demanded demanded : item.demanded()) {
            file.write(slip(row.copy(), demanded));
        }
    }

    private static Row.Builder row(String bundle, String kind, IndexEntry entry, Item item) {
        return PrintIndexFile.LAYOUT
                .row()
                .set(PrintIndexFile.BUNDLE, bundle)
                .set(PrintIndexFile.LETTER_NO, entry.letter().letterNo())
                .set(PrintIndexFile.KIND, kind)
                .set(PrintIndexFile.PERSON_NO, entry.letter().personNo())
                .set(PrintIndexFile.ADDRESSEE, item.addressee())
                .set(PrintIndexFile.POSTAL_CODE, item.postalCode())
                .set(PrintIndexFile.ADDRESS, item.address())
                .set(PrintIndexFile.FIRST_PAGE, (long) entry.firstPage())
                .set(PrintIndexFile.PAGES, (long) entry.pages())
                .set(PrintIndexFile.AMOUNT, 0L);
    }

    private static Row slip(Row.Builder row, Demanded demanded) {
        return row.set(PrintIndexFile.PERIOD, demanded.period())
                .set(PrintIndexFile.SLIP_NO, demanded.slipNo())
                .set(PrintIndexFile.BARCODE, demanded.barcode())
                .set(PrintIndexFile.OCR_LINE, demanded.ocrLine())
                .set(PrintIndexFile.AMOUNT, demanded.amount())
                .set(PrintIndexFile.DUE_ON, demanded.dueOn())
                .set(PrintIndexFile.USE_BY, demanded.useBy())
                .build();
    }

    private FontSet fonts() {
        return FontSet.find(settings.folder());
    }
}
