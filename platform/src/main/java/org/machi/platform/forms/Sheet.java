package org.machi.platform.forms;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;

/**
 * One A4 page to draw on. All positions and lengths are millimetres from the upper left corner; the
 * position of a text is the left (right, middle) end of its base line.
 */
public final class Sheet {
    /** A4 upright. */
    public static final float WIDTH = 210;

    public static final float HEIGHT = 297;

    private static final float POINTS_PER_MM = 72f / 25.4f;
    private static final PdfName SPAN = new PdfName("Span");
    private static final PdfName ACTUAL_TEXT = new PdfName("ActualText");

    private final PdfContentByte content;
    private final FontSet fonts;
    private final LineBreaker breaker;
    private final List<String> missing = new ArrayList<>();
    private boolean showsVariants;

    Sheet(PdfContentByte content, FontSet fonts) {
        this.content = content;
        this.fonts = fonts;
        this.breaker = new LineBreaker(fonts);
    }

    static float points(float millimetres) {
        return millimetres * POINTS_PER_MM;
    }

    /** Text that begins at x. */
    public Sheet text(float x, float y, Type type, String text) {
        show(points(x), points(HEIGHT - y), type, text);
        return this;
    }

    /** Text that ends at x. */
    public Sheet right(float x, float y, Type type, String text) {
        float start = points(x) - fonts.width(text, type.points());
        show(start, points(HEIGHT - y), type, text);
        return this;
    }

    /** Text with its middle at x. */
    public Sheet centre(float x, float y, Type type, String text) {
        float start = points(x) - fonts.width(text, type.points()) / 2;
        show(start, points(HEIGHT - y), type, text);
        return this;
    }

    /** Text that begins at x, in smaller type if it would be wider than the room. */
    public Sheet fitted(float x, float y, float room, Type type, String text) {
        float width = fonts.width(text, type.points());
        float wide = points(room);
        float size = width <= wide ? type.points() : type.points() * wide / width;
        return text(x, y, type.size(size), text);
    }

    /** Whether the text fits into the room in this type. */
    public boolean fits(float room, Type type, String text) {
        return fonts.width(text, type.points()) <= points(room);
    }

    /** Money as ¥1,234, ending at x. */
    public Sheet yen(float x, float y, Type type, long yen) {
        return right(x, y, type, Wording.yen(yen));
    }

    /** Money as 1,234, ending at x. */
    public Sheet amount(float x, float y, Type type, long yen) {
        return right(x, y, type, Wording.amount(yen));
    }

    /**
     * A paragraph, broken into lines by the Japanese rules.
     *
     * @param y base line of the first line
     * @param leading distance of base lines
     * @return base line of the line after the last one
     */
    public float paragraph(Box place, float leading, Type type, String text) {
        float y = place.y();
        for (String line : breaker.lines(text, points(place.width()), type.points())) {
            text(place.x(), y, type, line);
            y += leading;
        }
        return y;
    }

    /** A rectangle, its outline. */
    public Sheet frame(Box box, float lineWidth) {
        content.setLineWidth(points(lineWidth));
        rectangle(box);
        content.stroke();
        return this;
    }

    /**
     * A filled rectangle.
     *
     * @param grey 0 black … 1 white
     */
    public Sheet fill(Box box, float grey) {
        content.setGrayFill(grey);
        rectangle(box);
        content.fill();
        content.setGrayFill(0);
        return this;
    }

    public Sheet line(float x1, float y1, float x2, float y2, float lineWidth) {
        content.setLineWidth(points(lineWidth));
        content.moveTo(points(x1), points(HEIGHT - y1));
        content.lineTo(points(x2), points(HEIGHT - y2));
        content.stroke();
        return this;
    }

    /** A perforation: the line along which the paper is torn. */
    public Sheet perforation(float x1, float y1, float x2, float y2) {
        content.setLineDash(points(0.6f), points(0.6f), 0);
        line(x1, y1, x2, y2, 0.15f);
        content.setLineDash(0);
        return this;
    }

    /** The raw surface, for the symbols of this package (bars, seals). */
    PdfContentByte content() {
        return content;
    }

    FontSet fonts() {
        return fonts;
    }

    /** True when the font of variants was used. */
    boolean showsVariants() {
        return showsVariants;
    }

    /** Characters of this page that no font could draw. */
    List<String> missing() {
        return missing;
    }

    private void rectangle(Box box) {
        content.rectangle(
                points(box.x()),
                points(HEIGHT - box.y() - box.height()),
                points(box.width()),
                points(box.height()));
    }

    private void show(float x, float y, Type type, String text) {
        if (text.isEmpty()) {
            return;
        }
        content.beginText();
        content.setFontAndSize(fonts.font(type.face()), type.points());
        content.setTextMatrix(x, y);
        if (fonts.isPlain(text)) {
            content.showText(text);
        } else {
            fonts.runs(text).forEach(run -> show(run, type));
        }
        content.endText();
    }

    private void show(TextRun run, Type type) {
        switch (run.kind()) {
            case PLAIN -> content.showText(run.shown());
            case BASE -> {
                beginActualText(run.text());
                content.showText(run.shown());
                content.endMarkedContentSequence();
            }
            case OWN_SHAPE -> {
                beginActualText(run.text());
                content.showText(new GlyphNumbers(fonts.ownGlyph(type.face(), run.text())));
                content.endMarkedContentSequence();
            }
            case VARIANT -> {
                beginActualText(run.text());
                content.setFontAndSize(fonts.variantFont(), type.points());
                showsVariants = true;
                showVariant(run, type);
                content.setFontAndSize(fonts.font(type.face()), type.points());
                content.endMarkedContentSequence();
            }
            case MISSING -> missing.add(run.text());
        }
    }

    private void showVariant(TextRun run, Type type) {
        boolean bold = type.face() == Face.BOLD;
        if (bold) {
            // IPAmj has one weight; its outline drawn as well comes near to the bold face.
            content.setLineWidth(type.points() * 0.03f);
            content.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE);
        }
        glyph(run);
        if (bold) {
            content.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL);
        }
    }

    /**
     * OpenPDF writes glyph numbers by way of UTF-16, which loses those that look like surrogates;
     * these go by the character, which it looks up itself.
     */
    private void glyph(TextRun run) {
        if (Character.isSurrogate((char) run.glyph())) {
            content.showText(run.text());
        } else {
            content.showText(new GlyphNumbers(run.glyph()));
        }
    }

    /** Says what a glyph means, so that it is found by searching and read aloud rightly. */
    private void beginActualText(String text) {
        var property = new PdfDictionary();
        property.put(ACTUAL_TEXT, new PdfString(text, PdfObject.TEXT_UNICODE));
        content.beginMarkedContentSequence(SPAN, property, true);
    }
}
