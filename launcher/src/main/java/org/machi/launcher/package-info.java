@NullMarked
package org.machi.launcher;

import org.jspecify.annotations.NullMarked;
