package org.machi.platform.forms;

/**
 * What a letter is and to whose file it belongs.
 *
 * @param letterNo number of the letter in its run (帳票番号), unique within a bundle
 * @param personNo 宛名番号 of the person whom the letter is about
 * @param kind name of the letter as its title says it
 */
public record LetterId(String letterNo, long personNo, String kind) {}
