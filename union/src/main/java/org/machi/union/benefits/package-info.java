/**
 * 給付: receipts of 国保連 with corrections, 高額療養費 of each home and month, applications from the cities,
 * decisions and their corrections, transfers, and the proof that payments agree with decisions.
 */
@NullMarked
package org.machi.union.benefits;

import org.jspecify.annotations.NullMarked;
