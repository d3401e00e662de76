/**
 * 世帯: 住基世帯 and 後期世帯 of a person on any day, who was head and member, from which event, and as it
 * was known on any other day; and by which home each premium was decided.
 */
@NullMarked
package org.machi.city.people.home;

import org.jspecify.annotations.NullMarked;
