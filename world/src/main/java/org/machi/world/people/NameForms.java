package org.machi.world.people;

/**
 * All forms of a person's name (氏名, カナ, 通称, 英字, 併記名); a form that the person does not have is
 * empty.
 *
 * @param name 漢字氏名 with a full-width space, or the Latin name of a foreigner without kanji
 * @param kana 氏名カナ, full-width katakana
 * @param alias 通称
 * @param aliasKana 通称カナ
 * @param latin 英字氏名
 * @param besideName 漢字併記名
 */
public record NameForms(
        String name, String kana, String alias, String aliasKana, String latin, String besideName) {
    /** The name that letters and accounts use: the alias where there is one. */
    public String usedName() {
        return alias.isEmpty() ? name : alias;
    }

    public String usedKana() {
        return aliasKana.isEmpty() ? kana : aliasKana;
    }
}
