/** Proofs that the command line offers. */
@NullMarked
package org.machi.launcher.proof;

import org.jspecify.annotations.NullMarked;
