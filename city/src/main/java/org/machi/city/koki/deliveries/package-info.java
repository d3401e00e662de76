/**
 * 配信ファイル (簡単確認): lists that the union distributed to this city; seen, searched, printed and
 * downloaded until their last day, and the union is told who did so when.
 */
@NullMarked
package org.machi.city.koki.deliveries;

import org.jspecify.annotations.NullMarked;
