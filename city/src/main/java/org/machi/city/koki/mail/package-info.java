/**
 * 返戻: letters that came back, whatever they were about: sent again to a corrected address, 居所不明
 * with its inquiries, 公示送達, and the return to a known address.
 */
@NullMarked
package org.machi.city.koki.mail;

import org.jspecify.annotations.NullMarked;
