package org.machi.platform.forms;

/**
 * A part of a text that one font draws.
 *
 * @param text what it says, which is also what is found when one searches or copies it in the PDF
 * @param shown what is handed to the main font; differs from text where a selector asks for the
 *     shape that the font has anyway
 * @param glyph glyph number in the font of variants, 0 otherwise
 * @param advance width in thousandths of the type size, for a variant
 */
record TextRun(Kind kind, String text, String shown, int glyph, int advance) {
    enum Kind {
        PLAIN,
        BASE,
        OWN_SHAPE,
        VARIANT,
        MISSING
    }

    static TextRun plain(String text) {
        return new TextRun(Kind.PLAIN, text, text, 0, 0);
    }

    static TextRun base(String text, String shown) {
        return new TextRun(Kind.BASE, text, shown, 0, 0);
    }

    /** A shape of its own in BIZ UDGothic, reached by a selector. */
    static TextRun ownShape(String text) {
        return new TextRun(Kind.OWN_SHAPE, text, "", 0, 1000);
    }

    static TextRun variant(String text, int glyph, int advance) {
        return new TextRun(Kind.VARIANT, text, "", glyph, advance);
    }

    static TextRun missing(String text) {
        return new TextRun(Kind.MISSING, text, "", 0, 0);
    }
}
