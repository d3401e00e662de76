/**
 * Many questions at once: cases from CSV or JSON in, answers out, one bad case never in the way of
 * the others.
 */
@NullMarked
package org.machi.calculators.cases;

import org.jspecify.annotations.NullMarked;
