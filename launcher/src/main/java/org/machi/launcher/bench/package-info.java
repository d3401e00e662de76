/**
 * {@code ./machi bench}: measures beside limits that are measured in the same run.
 *
 * <p>Made-up people in a folder of its own; only ratios mean something on another machine.
 */
@NullMarked
package org.machi.launcher.bench;

import org.jspecify.annotations.NullMarked;
