@NullMarked
package org.machi.union;

import org.jspecify.annotations.NullMarked;
