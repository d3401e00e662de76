/**
 * 収納・滞納 at the console: a person's account as one reads it out on the phone, the work lists, and
 * what a clerk decides by hand. Each deed names its reason, is booked on an open day and is refused
 * to whoever saw an older state.
 */
@NullMarked
package org.machi.city.levy.desk;

import org.jspecify.annotations.NullMarked;
