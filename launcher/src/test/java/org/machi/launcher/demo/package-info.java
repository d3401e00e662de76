/** A whole fiscal year of the demo. */
@NullMarked
package org.machi.launcher.demo;

import org.jspecify.annotations.NullMarked;
