/**
 * The people of the demo world: households, names, addresses, pensions, incomes and accounts.
 *
 * <p>A person is a row of a few primitive arrays; everything that never changes is derived again
 * from the seed, so that a million residents fit in some hundred megabytes.
 *
 * <p>Nobody here exists: names, towns, numbers and amounts are drawn from lists by the seed.
 */
@NullMarked
package org.machi.world.people;

import org.jspecify.annotations.NullMarked;
