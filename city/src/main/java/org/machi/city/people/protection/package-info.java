/**
 * 支援措置と抑止: who is protected and until when, what of a person may not be shown, issued or changed,
 * who released it for one deed, and who works on a person at this moment. Every page of a person
 * passes {@link org.machi.city.people.protection.StopGate}.
 */
@NullMarked
package org.machi.city.people.protection;

import org.jspecify.annotations.NullMarked;
