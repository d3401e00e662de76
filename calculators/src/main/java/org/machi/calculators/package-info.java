/**
 * 試算: questions to single rules of the law, each answered with its steps.
 *
 * <p>A calculator names the facts that it asks for and the items of its answer; the command line,
 * the console's pages and the documentation are made from these lists. Calculators compute nothing
 * themselves and keep nothing.
 */
@NullMarked
package org.machi.calculators;

import org.jspecify.annotations.NullMarked;
