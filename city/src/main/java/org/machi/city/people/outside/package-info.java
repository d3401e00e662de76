/**
 * 住登外者宛名番号管理: people without a resident record get one number each; first the same person is
 * sought, what one clerk enters another confirms, doubles and new residents are found and linked,
 * and a number goes out of use only when nobody uses it.
 */
@NullMarked
package org.machi.city.people.outside;

import org.jspecify.annotations.NullMarked;
