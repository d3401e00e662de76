package org.machi.platform.forms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.machi.platform.characters.CodePoints;
import org.machi.platform.characters.FontFile;
import org.openpdf.text.pdf.BaseFont;

/**
 * The fonts with which everything is printed: BIZ UDGothic from the program, IPAmj Mincho for what
 * BIZ UDGothic lacks (𠮷, variation sequences) when it lies on this machine. Made once, shared by
 * all threads; every bundle embeds only the glyphs that it shows.
 */
public final class FontSet {
    private static final Map<Optional<Path>, FontSet> FOUND = new ConcurrentHashMap<>();

    private final FontFile main;
    private final FontFile mainBold;
    private final BaseFont regular;
    private final BaseFont bold;
    private final @Nullable FontFile variants;
    private final @Nullable BaseFont variantFont;

    private FontSet(@Nullable Path ipamj) {
        byte[] regularBytes = resource("BIZUDGothic-Regular.ttf");
        main = FontFile.read(regularBytes);
        regular = font("BIZUDGothic-Regular.ttf", regularBytes);
        byte[] boldBytes = resource("BIZUDGothic-Bold.ttf");
        mainBold = FontFile.read(boldBytes);
        bold = font("BIZUDGothic-Bold.ttf", boldBytes);
        variants = ipamj == null ? null : FontFile.read(ipamj);
        variantFont = ipamj == null ? null : font(ipamj.toString(), null);
    }

    /** BIZ UDGothic alone: 𠮷 and variation sequences are then set aside as undrawable. */
    public static FontSet withoutVariants() {
        return new FontSet(null);
    }

    /** BIZ UDGothic, and IPAmj Mincho from this file. */
    public static FontSet with(Path ipamj) {
        return new FontSet(ipamj);
    }

    /**
     * BIZ UDGothic, and IPAmj Mincho if it is in the data folder or installed. Read when somebody
     * first asks, for all organisations of this process: a day without letters needs no fonts.
     */
    public static FontSet find(Path dataFolder) {
        return FOUND.computeIfAbsent(
                findVariants(dataFolder), ipamj -> new FontSet(ipamj.orElse(null)));
    }

    /** The IPAmj Mincho file of this machine, looked for in the places of font-places.txt. */
    public static Optional<Path> findVariants(Path dataFolder) {
        var places = new ArrayList<Path>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(stream("font-places.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> places.add(dataFolder.resolve(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places.stream().filter(Files::isReadable).findFirst();
    }

    /** True when a font for 𠮷 and variation sequences is at hand. */
    public boolean hasVariants() {
        return variants != null;
    }

    /** The characters of the text that none of the fonts can draw, each once, in order. */
    public List<String> undrawable(String text) {
        if (isPlain(text)) {
            return List.of();
        }
        return runs(text).stream()
                .filter(run -> run.kind() == TextRun.Kind.MISSING)
                .map(TextRun::text)
                .distinct()
                .toList();
    }

    /** True when BIZ UDGothic draws all of it one character by one, which is nearly always. */
    boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F) {
                continue;
            }
            if (main.glyph(c) == FontFile.NONE || CodePoints.isVariationSelector(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The text in parts, each with the font that draws it. A name with a variant is set in the font
     * of variants as a whole where that font can, so that it doesn't look patched.
     */
    List<TextRun> runs(String text) {
        var runs = singleRuns(text);
        boolean patched =
                runs.size() > 1 && runs.stream().anyMatch(r -> r.kind() == TextRun.Kind.VARIANT);
        if (!patched) {
            return runs;
        }
        var even = new ArrayList<TextRun>();
        for (TextRun run : runs) {
            if (run.kind() == TextRun.Kind.PLAIN) {
                run.text().codePoints().mapToObj(this::inVariantFont).forEach(even::add);
            } else {
                even.add(run);
            }
        }
        return even;
    }

    private TextRun inVariantFont(int character) {
        String text = Character.toString(character);
        int glyph = Objects.requireNonNull(variants).glyph(character);
        return glyph == FontFile.NONE
                ? TextRun.plain(text)
                : TextRun.variant(text, glyph, advance(glyph));
    }

    private List<TextRun> singleRuns(String text) {
        var runs = new ArrayList<TextRun>();
        var plain = new StringBuilder();
        for (String character : CodePoints.graphemes(text)) {
            TextRun run = run(character);
            if (run.kind() == TextRun.Kind.PLAIN) {
                plain.append(character);
                continue;
            }
            if (!plain.isEmpty()) {
                runs.add(TextRun.plain(plain.toString()));
                plain.setLength(0);
            }
            runs.add(run);
        }
        if (!plain.isEmpty()) {
            runs.add(TextRun.plain(plain.toString()));
        }
        return runs;
    }

    private TextRun run(String character) {
        int base = character.codePointAt(0);
        int rest = Character.charCount(base);
        if (rest == character.length()) {
            return single(character, base);
        }
        int selector = character.codePointAt(rest);
        boolean pair = rest + Character.charCount(selector) == character.length();
        return pair && CodePoints.isVariationSelector(selector)
                ? sequence(character, base, selector)
                : TextRun.missing(character);
    }

    private TextRun single(String character, int base) {
        if (base >= ' ' && main.glyph(base) != FontFile.NONE) {
            return TextRun.plain(character);
        }
        int glyph = variants == null ? FontFile.NONE : variants.glyph(base);
        return glyph == FontFile.NONE
                ? TextRun.missing(character)
                : TextRun.variant(character, glyph, advance(glyph));
    }

    /** A shape that the register asks for by a selector is never replaced by another shape. */
    private TextRun sequence(String character, int base, int selector) {
        int own = main.glyph(base, selector);
        if (own != FontFile.NONE && own == main.glyph(base)) {
            return TextRun.base(character, Character.toString(base));
        }
        if (own != FontFile.NONE && mainBold.glyph(base, selector) != FontFile.NONE) {
            return TextRun.ownShape(character);
        }
        int glyph = variants == null ? FontFile.NONE : variants.glyph(base, selector);
        return glyph == FontFile.NONE
                ? TextRun.missing(character)
                : TextRun.variant(character, glyph, advance(glyph));
    }

    private int advance(int glyph) {
        return Objects.requireNonNull(variants).advance(glyph);
    }

    /** Width of the text in points at this type size. */
    float width(String text, float points) {
        if (isPlain(text)) {
            return plainWidth(text) * points / 1000f;
        }
        int width = 0;
        for (TextRun run : runs(text)) {
            width +=
                    switch (run.kind()) {
                        case PLAIN -> plainWidth(run.text());
                        case BASE, OWN_SHAPE, MISSING -> 1000;
                        case VARIANT -> run.advance();
                    };
        }
        return width * points / 1000f;
    }

    private int plainWidth(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += main.advance(main.glyph(c));
            i += Character.charCount(c);
        }
        return width;
    }

    /** Glyph number in BIZ UDGothic of base + selector. */
    int ownGlyph(Face face, String character) {
        int base = character.codePointAt(0);
        int selector = character.codePointAt(Character.charCount(base));
        return switch (face) {
            case REGULAR -> main.glyph(base, selector);
            case BOLD -> mainBold.glyph(base, selector);
        };
    }

    BaseFont font(Face face) {
        return switch (face) {
            case REGULAR -> regular;
            case BOLD -> bold;
        };
    }

    BaseFont variantFont() {
        return Objects.requireNonNull(variantFont, "no font for variants");
    }

    private static BaseFont font(String name, byte @Nullable [] bytes) {
        try {
            return BaseFont.createFont(
                    name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (var in = stream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String name) {
        return Objects.requireNonNull(FontSet.class.getResourceAsStream(name), name);
    }
}
