/**
 * {@code ./machi premium}: the facts of households in, premiums with their explanation out.
 *
 * <p>Facts come as CSV or JSON (docs/premium-input.md); what can't be taken is named by line, item
 * and reason.
 */
@NullMarked
package org.machi.launcher.premium;

import org.jspecify.annotations.NullMarked;
