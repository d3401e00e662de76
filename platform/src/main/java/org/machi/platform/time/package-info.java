/**
 * The business date (業務日付): one row in the database, passed on explicitly; no rule reads a clock.
 */
@NullMarked
package org.machi.platform.time;

import org.jspecify.annotations.NullMarked;
