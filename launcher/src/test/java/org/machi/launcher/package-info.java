/** The command line as a person at the shell meets it. */
@NullMarked
package org.machi.launcher;

import org.jspecify.annotations.NullMarked;
