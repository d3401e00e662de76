/**
 * What each organisation's application stands on: its database, jobs, files, audit trail, number
 * vault, dated parameters and business date. {@link org.machi.platform.Organisation} starts one
 * organisation; the packages below each hold one capability and its own database schema.
 */
@NullMarked
package org.machi.platform;

import org.jspecify.annotations.NullMarked;
