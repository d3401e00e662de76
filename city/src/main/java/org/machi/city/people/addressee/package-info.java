/**
 * 送付先・連絡先・代理人: where the letters of a kind of work go in a period, who may be called, and who acts
 * for a person. None of it ever changes the address; every version that was replaced stays.
 */
@NullMarked
package org.machi.city.people.addressee;

import org.jspecify.annotations.NullMarked;
