@NullMarked
package org.machi.formats;

import org.jspecify.annotations.NullMarked;
