package org.machi.platform.forms.letters;

/**
 * Who signs a letter.
 *
 * @param title office and name, such as 見本市長　町田　花子
 * @param seal text of the official seal, such as 見本市長之印
 */
public record Authority(String title, String seal) {}
