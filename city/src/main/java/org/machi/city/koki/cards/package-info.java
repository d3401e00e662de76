/**
 * 証: 資格確認書, 資格情報のお知らせ, 特定疾病療養受療証 and the kinds before them: printed as the union decided,
 * delivered, returned, lost, recovered.
 */
@NullMarked
package org.machi.city.koki.cards;

import org.jspecify.annotations.NullMarked;
