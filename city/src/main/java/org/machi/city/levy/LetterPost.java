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
 */
@Component
class LetterPost {

    static final String DEMAND = "08";
    static final String REFUND = "10";
    static final String OFFSET = "11";
    static final String DEBIT_FAILED = "12";
    static final String SLIP = "07";
    private static final int LETTERS_PER_BUNDLE = 2_000;

    private final Outbox outbox;
    private final FontSet fonts;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    LetterPost(Outbox outbox, OrganisationSettings settings) {
        this.outbox = outbox;
        this.fonts = FontSet.find(settings.folder());
    }

    /** What a letter asks to pay; a letter without a slip asks nothing. */
    record Demanded(
            long period,
            String slipNo,
            @Nullable String barcode,
            @Nullable String ocrLine,
            long amount,
            LocalDate dueOn,
            LocalDate useBy) {}

    /** Where a letter goes, and what it asks to pay. */
    record Item(
            String addressee,
            @Nullable String postalCode,
            String address,
            @Nullable Demanded demanded) {}

    /**
     * Sends the letters in bundles.
     *
     * @return letters that were printed; the others have characters that can't be drawn and are set
     *     aside
     */
    long send(List<SlipLetters.Entry> letters, String kind, LocalDate day, Actor actor) {
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
                    PrintRun.into(fonts, n -> file.attach("pdf"))
                            .pagesPerBundle(Integer.MAX_VALUE)
                            .print(letters.stream().map(SlipLetters.Entry::letter).iterator());
            String bundle = file.header().fileName().replace(".csv", "");
            for (IndexEntry entry : result.index()) {
                Item item = items.get(entry.letter().letterNo());
                if (item != null) {
                    file.write(row(bundle, kind, entry, item, calendar.next(day)));
                }
            }
            file.finish();
            return result.index().size();
        }
    }

    private static Row row(
            String bundle, String kind, IndexEntry entry, Item item, LocalDate postOn) {
        Row.Builder row =
                PrintIndexFile.LAYOUT
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
                        .set(PrintIndexFile.AMOUNT, 0L)
                        .set(PrintIndexFile.POST_ON, postOn);
        Demanded demanded = item.demanded();
        if (demanded != null) {
            row.set(PrintIndexFile.PERIOD, demanded.period())
                    .set(PrintIndexFile.SLIP_NO, demanded.slipNo())
                    .set(PrintIndexFile.BARCODE, demanded.barcode())
                    .set(PrintIndexFile.OCR_LINE, demanded.ocrLine())
                    .set(PrintIndexFile.AMOUNT, demanded.amount())
                    .set(PrintIndexFile.DUE_ON, demanded.dueOn())
                    .set(PrintIndexFile.USE_BY, demanded.useBy());
        }
        return row.build();
    }
}
