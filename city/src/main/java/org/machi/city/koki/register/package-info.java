/**
 * 資格の管理: errors of the register, 年齢到達, 障害認定 and its renewal, 住所地特例 with facilities, certificates,
 * the letters about the union's verdicts, and what the resident record is told.
 */
@NullMarked
package org.machi.city.koki.register;

import org.jspecify.annotations.NullMarked;
