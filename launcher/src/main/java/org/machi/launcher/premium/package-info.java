/** {@code ./machi premium}: the facts of households in, premiums with their explanation out. */
@NullMarked
package org.machi.launcher.premium;

import org.jspecify.annotations.NullMarked;
