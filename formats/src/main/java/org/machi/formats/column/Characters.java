package org.machi.formats.column;

import org.jspecify.annotations.Nullable;

/** Characters as a reader sees them: 葛 with a variation selector is one, 𠮷 is one. */
public final class Characters {
    private Characters() {}

    /**
     * The number of user-perceived characters: surrogate pairs count once; variation selectors,
     * combining marks and the voiced marks U+3099/309A count with their base.
     */
    public static int count(String text) {
        if (isEveryday(text)) {
            return text.length();
        }
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!joinsPrevious(c)) {
                count++;
            }
        }
        return count;
    }

    /**
     * Whether each character is one of those that nearly all names, addresses and numbers are made
     * of: printable ASCII, kana without the voiced marks U+3099/309A, the kanji of Unicode 1.1 and
     * full-width letters and digits. Each is one character with no flaw, so nothing about it has to
     * be looked up.
     */
    private static boolean isEveryday(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean everyday =
                    (c >= 0x20 && c < 0x7F)
                            || (c >= 0x30A1 && c <= 0x30FE)
                            || (c >= 0x3041 && c <= 0x3096)
                            || (c >= 0x4E00 && c <= 0x9FA5)
                            || (c >= 0xFF01 && c <= 0xFF5E)
                            || c == 0x3000;
            if (!everyday) {
                return false;
            }
        }
        return true;
    }

    /** Whether the code point belongs to the character before it. */
    public static boolean joinsPrevious(int c) {
        if (c < 0x0300) {
            return false;
        }
        if (isVariationSelector(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Standardised and ideographic variation selectors (VS1–VS256). */
    public static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /** Code points of the private use areas: characters of one system (外字) nobody else knows. */
    public static boolean isPrivateUse(int c) {
        return Character.getType(c) == Character.PRIVATE_USE;
    }

    /** Why the text can't be a value of a line, or null when it can. */
    static @Nullable String flaw(String text, boolean privateUseAllowed) {
        if (isEveryday(text)) {
            return null;
        }
        if (!text.isEmpty() && joinsPrevious(text.codePointAt(0))) {
            return "先頭の文字に基底文字がありません";
        }
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            String flaw = flaw(c, privateUseAllowed);
            if (flaw != null) {
                return flaw;
            }
        }
        return null;
    }

    private static @Nullable String flaw(int c, boolean privateUseAllowed) {
        if (c == 0xFFFD) {
            return "文字が壊れています（UTF-8として読めません）";
        }
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) {
            return "制御文字 U+%04X が含まれています".formatted(c);
        }
        if (c >= 0xD800 && c <= 0xDFFF) {
            return "サロゲートの片方だけがあります";
        }
        if (!privateUseAllowed && isPrivateUse(c)) {
            return "外字（私用領域 U+%04X）が含まれています".formatted(c);
        }
        return Character.isDefined(c) ? null : "未定義の文字 U+%04X が含まれています".formatted(c);
    }
}
