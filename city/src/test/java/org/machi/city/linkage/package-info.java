/** Transfers from request to receipt, and the doors of the shared data. */
@NullMarked
package org.machi.city.linkage;

import org.jspecify.annotations.NullMarked;
