package org.machi.platform.forms;

/**
 * A character that no font at hand can draw. Its letter is set aside from the bundle and written by
 * hand or printed elsewhere.
 *
 * @param field the item in which it stands, 本文 when it is in none of the letter's items
 * @param character the character with its variation selector
 * @param codePoints as "U+845B U+E0105"
 */
public record Undrawable(
        String letterNo, long personNo, String field, String character, String codePoints) {}
