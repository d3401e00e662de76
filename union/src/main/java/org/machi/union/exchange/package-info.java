/**
 * ファイル交換: what the union sends to its cities (被保険者情報, 賦課情報, 突合結果), changed rows only, each row
 * once. {@code exchange.sent} says how far each city has been told.
 */
@NullMarked
package org.machi.union.exchange;

import org.jspecify.annotations.NullMarked;
