/**
 * 資格の通知書: letters about eligibility (証の送付, 障害認定の通知, 更新案内, 証明書) on their way to the print shop or to
 * the desk's printer, and the book in which they stand.
 */
@NullMarked
package org.machi.city.koki.notices;

import org.jspecify.annotations.NullMarked;
