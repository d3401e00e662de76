package org.machi.city.koki.letters;

import java.time.LocalDate;
import java.util.List;
import org.machi.formats.slip.OcrLine;
import org.machi.platform.forms.Wording;
import org.machi.platform.forms.letters.Slip;
import org.machi.platform.office.PeriodName;

/** A slip as the query hands it over in one text, so that a person's slips need no query. */
final class SlipText {

    /** 科目コード of 後期高齢者医療保険料 on slips. */
    private static final String LEVY = "39";

    private SlipText() {}

    static PlannedLetter.PeriodSlip read(
            String text, String municipality, int levyYear, int decisionYear) {
        String[] part = text.split(":", -1);
        String slipNo = part[0];
        int period = Integer.parseInt(part[1]);
        Slip.Amounts amounts =
                new Slip.Amounts(
                        Long.parseLong(part[2]), Long.parseLong(part[3]), Long.parseLong(part[4]));
        String ocr =
                new OcrLine(
                                municipality.substring(0, 5),
                                LEVY,
                                decisionYear,
                                period,
                                slipNo,
                                Integer.parseInt(part[7]),
                                amounts.total())
                        .text(OcrLine.Check.MOD10_WEIGHT_31);
        return new PlannedLetter.PeriodSlip(
                period,
                new Slip(
                        slipNo,
                        "%s（相当年度 %s）"
                                .formatted(
                                        Wording.fiscalYear(decisionYear),
                                        Wording.fiscalYear(levyYear)),
                        PeriodName.ordinary(period),
                        amounts,
                        LocalDate.parse(part[5]),
                        LocalDate.parse(part[6]),
                        new Slip.Symbols(part[8], List.of(ocr))));
    }
}
