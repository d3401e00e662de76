package org.machi.city.koki.letters;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.platform.forms.IndexEntry;
import org.machi.platform.forms.letters.Recipient;
import org.machi.platform.forms.letters.Slip;

/** Rows of a bundle's index: one for a letter, or one for each of its slips. */
final class IndexRows {

    private final String bundle;
    private final LocalDate postOn;

    IndexRows(String bundle, LocalDate postOn) {
        this.bundle = bundle;
        this.postOn = postOn;
    }

    List<Row> of(@Nullable PlannedLetter letter, IndexEntry entry) {
        if (letter == null) {
            throw new IllegalStateException("束にない通知書です: " + entry);
        }
        return letter.slips().isEmpty()
                ? List.of(row(letter, entry).build())
                : letter.slips().stream().map(slip -> slip(row(letter, entry), slip)).toList();
    }

    private Row.Builder row(PlannedLetter letter, IndexEntry entry) {
        Recipient to = letter.to();
        String postcode = to.postcode().replace("-", "");
        return PrintIndexFile.LAYOUT
                .row()
                .set(PrintIndexFile.BUNDLE, bundle)
                .set(PrintIndexFile.LETTER_NO, letter.letterNo())
                .set(PrintIndexFile.KIND, letter.kind().code())
                .set(PrintIndexFile.PERSON_NO, letter.key().personNo())
                .set(PrintIndexFile.ADDRESSEE, to.name() + to.careOf())
                .set(PrintIndexFile.POSTAL_CODE, postcode.isEmpty() ? null : postcode)
                .set(PrintIndexFile.ADDRESS, address(to))
                .set(PrintIndexFile.FIRST_PAGE, (long) entry.firstPage())
                .set(PrintIndexFile.PAGES, (long) entry.pages())
                .set(PrintIndexFile.AMOUNT, 0L)
                .set(PrintIndexFile.POST_ON, postOn);
    }

    private static String address(Recipient to) {
        String street = to.town() + to.lot();
        return to.building().isEmpty() ? street : street + "　" + to.building();
    }

    private static Row slip(Row.Builder row, PlannedLetter.PeriodSlip numbered) {
        Slip slip = numbered.slip();
        String barcode = slip.symbols().barcode();
        return row.set(PrintIndexFile.PERIOD, (long) numbered.period())
                .set(PrintIndexFile.SLIP_NO, slip.slipNo())
                .set(PrintIndexFile.BARCODE, barcode.isEmpty() ? null : barcode)
                .set(PrintIndexFile.OCR_LINE, slip.symbols().ocrLines().getFirst())
                .set(PrintIndexFile.AMOUNT, slip.amounts().total())
                .set(PrintIndexFile.DUE_ON, slip.dueOn())
                .set(PrintIndexFile.USE_BY, slip.useBy())
                .build();
    }
}
