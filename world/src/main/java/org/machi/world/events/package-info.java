/**
 * What happens to people on each business day: moves, deaths, births, household and name changes,
 * tax corrections, welfare, and wrong entries that are cancelled later.
 *
 * <p>A day's events follow from the seed and the state of the evening before; playing all days
 * again gives the same people.
 */
@NullMarked
package org.machi.world.events;

import org.jspecify.annotations.NullMarked;
