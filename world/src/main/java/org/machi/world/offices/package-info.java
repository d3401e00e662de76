/**
 * Offices that only send: the resident register, the tax office, welfare, care insurance, and the
 * former systems whose data are taken over.
 *
 * <p>They know the people themselves, because they are their first record keepers.
 */
@NullMarked
package org.machi.world.offices;

import org.jspecify.annotations.NullMarked;
