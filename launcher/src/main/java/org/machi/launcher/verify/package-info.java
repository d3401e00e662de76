/**
 * {@code ./machi ledger verify} and {@code ./machi audit verify}: proofs over the data of a demo.
 *
 * <p>They read through a server that runs already or start one; no application is started and
 * nothing is changed.
 */
@NullMarked
package org.machi.launcher.verify;

import org.jspecify.annotations.NullMarked;
