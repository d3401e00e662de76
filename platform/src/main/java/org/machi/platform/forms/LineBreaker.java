package org.machi.platform.forms;

import java.util.ArrayList;
import java.util.List;
import org.machi.platform.characters.CodePoints;

/**
 * Breaks a paragraph into lines by the rules of JIS X 4051: no closing mark or small kana at the
 * start of a line (行頭禁則), no opening bracket at its end (行末禁則), numbers and Latin words whole. A 。
 * or 、 that just doesn't fit hangs at the end of its line (ぶら下げ).
 */
final class LineBreaker {
    private static final String NOT_FIRST =
            "、。，．・：；？！ー―…‥）〕］｝〉》」』】”’々ゝゞヽヾ)]},.:;?!%％" + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ円年月日";
    private static final String NOT_LAST = "（〔［｛〈《「『【“‘([{¥￥＃#№";
    private static final String HANGS = "、。，．";

    private final FontSet fonts;

    LineBreaker(FontSet fonts) {
        this.fonts = fonts;
    }

    /**
     * The lines of a text.
     *
     * @param width in points
     * @param points type size
     */
    List<String> lines(String text, float width, float points) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.split("\n", -1)) {
            breakParagraph(lines, paragraph, width, points);
        }
        return lines;
    }

    private void breakParagraph(List<String> lines, String text, float width, float points) {
        if (fonts.width(text, points) <= width) {
            lines.add(text);
            return;
        }
        List<String> rest = words(text);
        while (!rest.isEmpty()) {
            int end = fitting(rest, width, points);
            lines.add(String.join("", rest.subList(0, end)));
            rest = rest.subList(end, rest.size());
        }
    }

    /** How many of the words go on the next line. At least one. */
    private int fitting(List<String> words, float width, float points) {
        float used = 0;
        int end = 0;
        while (end < words.size()) {
            used += fonts.width(words.get(end), points);
            if (used > width + 0.01f) {
                break;
            }
            end++;
        }
        if (end == words.size()) {
            return end;
        }
        if (end > 0 && HANGS.contains(words.get(end))) {
            return end + 1;
        }
        int allowed = end;
        while (allowed > 1 && !mayBreak(words.get(allowed - 1), words.get(allowed))) {
            allowed--;
        }
        return Math.max(1, allowed > 1 ? allowed : end);
    }

    private static boolean mayBreak(String before, String after) {
        return NOT_FIRST.indexOf(after.codePointAt(0)) < 0
                && NOT_LAST.indexOf(before.codePointBefore(before.length())) < 0;
    }

    /** Characters, but runs of half-width letters and digits in one piece. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var latin = new StringBuilder();
        for (String character : CodePoints.graphemes(text)) {
            char c = character.charAt(0);
            boolean word = c > ' ' && c < 0x7F && "()[]{}".indexOf(c) < 0;
            if (word && latin.length() < 24) {
                latin.append(character);
                continue;
            }
            if (!latin.isEmpty()) {
                words.add(latin.toString());
                latin.setLength(0);
            }
            words.add(character);
        }
        if (!latin.isEmpty()) {
            words.add(latin.toString());
        }
        return words;
    }
}
