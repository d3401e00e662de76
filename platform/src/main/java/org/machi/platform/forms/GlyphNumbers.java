package org.machi.platform.forms;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphJustificationInfo;
import java.awt.font.GlyphMetrics;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Glyph numbers in the dress that OpenPDF's showText asks for; it reads the numbers only. So no
 * font is loaded into the desktop toolkit and a machine without fontconfig prints as well.
 */
final class GlyphNumbers extends GlyphVector {
    private final int[] glyphs;

    GlyphNumbers(int... glyphs) {
        this.glyphs = glyphs;
    }

    @Override
    public int getNumGlyphs() {
        return glyphs.length;
    }

    @Override
    public int getGlyphCode(int index) {
        return glyphs[index];
    }

    @Override
    public int[] getGlyphCodes(int begin, int count, int[] target) {
        int[] codes = target == null ? new int[count] : target;
        System.arraycopy(glyphs, begin, codes, 0, count);
        return codes;
    }

    @Override
    public boolean equals(GlyphVector other) {
        return this == other;
    }

    @Override
    public Font getFont() {
        throw numbersOnly();
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        throw numbersOnly();
    }

    @Override
    public void performDefaultLayout() {
        throw numbersOnly();
    }

    @Override
    public Rectangle2D getLogicalBounds() {
        throw numbersOnly();
    }

    @Override
    public Rectangle2D getVisualBounds() {
        throw numbersOnly();
    }

    @Override
    public Shape getOutline() {
        throw numbersOnly();
    }

    @Override
    public Shape getOutline(float x, float y) {
        throw numbersOnly();
    }

    @Override
    public Shape getGlyphOutline(int index) {
        throw numbersOnly();
    }

    @Override
    public Point2D getGlyphPosition(int index) {
        throw numbersOnly();
    }

    @Override
    public void setGlyphPosition(int index, Point2D position) {
        throw numbersOnly();
    }

    @Override
    public AffineTransform getGlyphTransform(int index) {
        throw numbersOnly();
    }

    @Override
    public void setGlyphTransform(int index, AffineTransform transform) {
        throw numbersOnly();
    }

    @Override
    public float[] getGlyphPositions(int begin, int count, float[] target) {
        throw numbersOnly();
    }

    @Override
    public Shape getGlyphLogicalBounds(int index) {
        throw numbersOnly();
    }

    @Override
    public Shape getGlyphVisualBounds(int index) {
        throw numbersOnly();
    }

    @Override
    public GlyphMetrics getGlyphMetrics(int index) {
        throw numbersOnly();
    }

    @Override
    public GlyphJustificationInfo getGlyphJustificationInfo(int index) {
        throw numbersOnly();
    }

    private static UnsupportedOperationException numbersOnly() {
        return new UnsupportedOperationException("Only glyph numbers are known here");
    }
}
