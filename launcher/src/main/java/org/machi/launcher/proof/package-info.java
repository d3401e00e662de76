/** Proofs that take too long for the tests: {@code ./machi proof …}. */
@NullMarked
package org.machi.launcher.proof;

import org.jspecify.annotations.NullMarked;
