/**
 * 配信ファイル (簡単確認): lists that the union distributes to its cities by registered definitions, and who
 * in a city fetched which of them when.
 */
@NullMarked
package org.machi.union.deliveries;

import org.jspecify.annotations.NullMarked;
