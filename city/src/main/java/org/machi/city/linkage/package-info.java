/**
 * 特定個人情報の移転・提供: what goes to whom, on what basis, by which medium, as registered definitions; the
 * shared data (統合データベース) that providers fill and receivers read through their definitions only;
 * media and paper by request and approval.
 *
 * <p>The rules are in the database (schema {@code share}, decision 0060); this package can't read
 * the shared data but in the role of a receiver.
 */
@NullMarked
package org.machi.city.linkage;

import org.jspecify.annotations.NullMarked;
