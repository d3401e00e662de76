package org.machi.platform.forms;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.platform.characters.CodePoints;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * One PDF file of letters. Pages are written out as they are finished, so memory doesn't grow with
 * their number; fonts and templates are stored once.
 */
final class Bundle implements AutoCloseable {
    private final int number;
    private final FontSet fonts;
    private final Document document = new Document(PageSize.A4, 0, 0, 0, 0);
    private final PdfWriter writer;
    private final Map<String, PdfTemplate> templates = new HashMap<>();
    private int pages;

    Bundle(int number, FontSet fonts, OutputStream target) {
        this.number = number;
        this.fonts = fonts;
        writer = PdfWriter.getInstance(document, target);
        // Letter shops read 1.7 everywhere; OpenPDF would write 2.0.
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        document.setDocumentLanguage("ja");
        document.setGlyphSubstitutionEnabled(false);
        document.open();
    }

    int pages() {
        return pages;
    }

    /**
     * Adds a letter whole or not at all.
     *
     * @param undrawable takes the characters that couldn't be drawn
     * @return where the letter is, or null when it is set aside
     */
    @Nullable IndexEntry add(Letter letter, List<Undrawable> undrawable) {
        var faults = undrawable(letter);
        if (!faults.isEmpty()) {
            undrawable.addAll(faults);
            return null;
        }
        var drawn = new ArrayList<Sheet>();
        var pagesOfLetter = letter.pages();
        for (var page : pagesOfLetter) {
            var sheet = new Sheet(new PdfContentByte(writer), fonts);
            page.drawing().on(sheet);
            sheet.missing().forEach(c -> faults.add(fault(letter, "本文", c)));
            drawn.add(sheet);
        }
        if (!faults.isEmpty()) {
            undrawable.addAll(faults);
            return null;
        }
        int first = pages + 1;
        for (int i = 0; i < drawn.size(); i++) {
            place(pagesOfLetter.get(i).template(), drawn.get(i));
        }
        return new IndexEntry(number, letter.id(), first, drawn.size());
    }

    private List<Undrawable> undrawable(Letter letter) {
        var faults = new ArrayList<Undrawable>();
        for (var field : letter.fields()) {
            for (String character : fonts.undrawable(field.text())) {
                faults.add(fault(letter, field.name(), character));
            }
        }
        return faults;
    }

    private static Undrawable fault(Letter letter, String field, String character) {
        var id = letter.id();
        return new Undrawable(
                id.letterNo(), id.personNo(), field, character, CodePoints.describe(character));
    }

    private void place(Template template, Sheet drawn) {
        var page = writer.getDirectContent();
        // The content was drawn before this page began; naming the fonts puts them on its list.
        page.setFontAndSize(fonts.font(Face.REGULAR), 10);
        page.setFontAndSize(fonts.font(Face.BOLD), 10);
        if (drawn.showsVariants()) {
            page.setFontAndSize(fonts.variantFont(), 10);
        }
        page.addTemplate(templates.computeIfAbsent(template.key(), k -> form(template)), 0, 0);
        page.add(drawn.content());
        document.newPage();
        pages++;
    }

    private PdfTemplate form(Template template) {
        var form =
                writer.getDirectContent()
                        .createTemplate(PageSize.A4.getWidth(), PageSize.A4.getHeight());
        var sheet = new Sheet(form, fonts);
        template.drawing().on(sheet);
        if (!sheet.missing().isEmpty()) {
            throw new IllegalArgumentException(
                    "様式 %s に描けない文字があります: %s".formatted(template.key(), sheet.missing()));
        }
        return form;
    }

    @Override
    public void close() {
        if (pages == 0) {
            // A file without pages isn't a PDF; the shop gets one blank page instead.
            writer.setPageEmpty(false);
        }
        document.close();
    }
}
