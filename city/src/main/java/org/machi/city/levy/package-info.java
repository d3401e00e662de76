/**
 * 統合収納・滞納: one ledger for all levies, from the charge to the settled account.
 *
 * <p>A posting is one balanced row (debit account, credit account, amount); the database keeps the
 * balances of every instalment and refuses what can't be. Other features call {@link
 * org.machi.city.levy.Charges}, {@link org.machi.city.levy.Receipts} and {@link
 * org.machi.city.levy.Slips} and read the views {@code levy.v_instalment}, {@code levy.v_slip},
 * {@code levy.v_receipt}, {@code levy.v_letter} and {@code levy.v_summary}.
 */
@NullMarked
package org.machi.city.levy;

import org.jspecify.annotations.NullMarked;
