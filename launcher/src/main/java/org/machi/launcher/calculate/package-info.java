/**
 * {@code ./machi late-charge} and the like: each calculator as a command, for one case by options,
 * or for many from a file.
 */
@NullMarked
package org.machi.launcher.calculate;

import org.jspecify.annotations.NullMarked;
