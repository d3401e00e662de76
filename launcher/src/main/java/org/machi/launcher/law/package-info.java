/**
 * {@code ./machi law}: the dated values that a premium, a charge or a date is computed with.
 *
 * <p>Shows what applies on a day with its source and how sure it is; changes nothing.
 */
@NullMarked
package org.machi.launcher.law;

import org.jspecify.annotations.NullMarked;
