/**
 * 証: decides which 資格確認書, 資格情報のお知らせ and 特定疾病療養受療証 are to be issued, with what on them and until
 * when; the cities print and deliver them.
 */
@NullMarked
package org.machi.union.cards;

import org.jspecify.annotations.NullMarked;
