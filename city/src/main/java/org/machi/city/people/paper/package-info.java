/**
 * Paper from the counter of 宛名: who signs, to whom it goes, and the PDF of one letter or of many in
 * a row.
 */
@NullMarked
package org.machi.city.people.paper;

import org.jspecify.annotations.NullMarked;
