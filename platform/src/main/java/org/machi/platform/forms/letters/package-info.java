/**
 * The letters of a 後期高齢者医療 office as plain records: what a record carries is what is printed, and
 * nothing is looked up. Sender, addressee and the person whom the letter is about are separate.
 */
@NullMarked
package org.machi.platform.forms.letters;

import org.jspecify.annotations.NullMarked;
