/**
 * 期割 of ordinary collection: what is due in which period, on which day, and again after a change.
 */
@NullMarked
package org.machi.law.instalment;

import org.jspecify.annotations.NullMarked;
