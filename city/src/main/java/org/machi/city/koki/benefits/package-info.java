/**
 * 給付の申請受付: applications taken in at the counter with their papers, checked by a second clerk, sent
 * to the union; its decisions and what became of the money, told by letter; 受診券.
 */
@NullMarked
package org.machi.city.koki.benefits;

import org.jspecify.annotations.NullMarked;
