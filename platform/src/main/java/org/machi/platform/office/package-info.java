/** Dated parameters of an office (運用パラメータ): one value, its period of validity and its source. */
@NullMarked
package org.machi.platform.office;

import org.jspecify.annotations.NullMarked;
