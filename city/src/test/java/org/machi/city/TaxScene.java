package org.machi.city;

import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.resident;
import static org.machi.city.SamplePeople.residentBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.TaxFile;
import org.machi.platform.desk.Browser;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/**
 * 見本市 with its console and four people: 1 is insured and declared, 2 lives with 1 and didn't
 * declare, 3 is insured and didn't declare, 4 is insured, undeclared and protected.
 */
public final class TaxScene implements AutoCloseable {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final CityDeskScene desk = new CityDeskScene();

    public TaxScene() {
        CityScene city = desk.city();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        resident(1, 101, "申告　一子", "シンコク　イチコ"),
                        resident(2, 101, "申告　二郎", "シンコク　ジロウ"),
                        resident(3, 103, "無申　三子", "ムシン　ミツコ"),
                        residentBuilder(4, 104, "隠岐　四子", "オキ　ヨツコ")
                                .set(ResidentFile.PROTECTION, "1")
                                .build()));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(
                        insured(1, "申告　一子", "シンコク　イチコ"),
                        insured(3, "無申　三子", "ムシン　ミツコ"),
                        insured(4, "隠岐　四子", "オキ　ヨツコ")));
        city.send(
                FileKind.TAX_ALL,
                "TAX",
                APRIL,
                List.of(tax(1, "0"), tax(2, "1"), tax(3, "1"), tax(4, "1")));
        city.day("2026-04-01");
    }

    public CityScene city() {
        return desk.city();
    }

    /** Signed in and on a page. */
    public Browser at(String staffNo, String path) {
        return desk.at(staffNo, path);
    }

    /** What a PDF says, without its spaces. */
    public static String text(byte[] pdf) {
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replaceAll("[\\s　]", "");
    }

    /** 所得・課税情報 of a person; 未申告区分 0 has a pension. */
    public static Row tax(long no, String undeclared) {
        return TaxFile.LAYOUT
                .row()
                .set(TaxFile.HOME_CODE, CityScene.CITY)
                .set(TaxFile.PERSON_KIND, "1")
                .set(TaxFile.PERSON_NO, no)
                .set(TaxFile.LEVY_YEAR, 2026L)
                .set(TaxFile.MUNICIPALITY_CODE, CityScene.CITY)
                .set(TaxFile.CHANGE, "0")
                .set(TaxFile.TAXED, undeclared.equals("0") ? "1" : "9")
                .set(TaxFile.UNDECLARED, undeclared)
                .set(TaxFile.TRANSITION, false)
                .set(TaxFile.BASE_GIVEN, false)
                .set(TaxFile.REDUCTION_GIVEN, false)
                .set(TaxFile.LOW_GIVEN, false)
                .set(TaxFile.SHARE_GIVEN, false)
                .set(TaxFile.PENSION, undeclared.equals("0") ? 2_345_678L : null)
                .build();
    }

    @Override
    public void close() {
        desk.close();
    }
}
