/**
 * 後期高齢者医療 at the console: eligibility, premium with its reasons, instalments and letters of a
 * person, and the work lists of the office. Nothing is decided here.
 */
@NullMarked
package org.machi.city.koki.desk;

import org.jspecify.annotations.NullMarked;
