/**
 * 試算の入力: which facts a calculator asks for, and how they are read from options, forms, CSV and
 * JSON; whatever can't be taken is named with value, reason and what to do.
 */
@NullMarked
package org.machi.calculators.facts;

import org.jspecify.annotations.NullMarked;
