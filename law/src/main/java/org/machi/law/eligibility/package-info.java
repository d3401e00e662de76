/**
 * Days on which a person becomes and ceases to be insured, and until when a premium may be decided.
 */
@NullMarked
package org.machi.law.eligibility;

import org.jspecify.annotations.NullMarked;
