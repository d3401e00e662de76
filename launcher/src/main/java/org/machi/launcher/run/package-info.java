/**
 * {@code ./machi run}: opens the consoles again over the data of a demo.
 *
 * <p>Starts the database server and the applications; plays no day.
 */
@NullMarked
package org.machi.launcher.run;

import org.jspecify.annotations.NullMarked;
