/**
 * 宛名: residents and non-residents with the history of every fact, their households, accounts and
 * tax facts, and the extract that goes to the union (65 and over and everyone in their households).
 *
 * <p>Others read the views {@code people.v_person, v_household_member, v_debit_account,
 * v_refund_account, v_tax}.
 */
@NullMarked
package org.machi.city.people;

import org.jspecify.annotations.NullMarked;
