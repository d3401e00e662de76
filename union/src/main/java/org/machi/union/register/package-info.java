/**
 * 宛名・世帯・税: people, households and tax facts as the cities sent them, with what was known when.
 * Others read {@code register.person}, {@code register.stay}, {@code register.v_membership}, {@code
 * register.income} and follow {@code register.change}.
 */
@NullMarked
package org.machi.union.register;

import org.jspecify.annotations.NullMarked;
