/**
 * 広域連合の画面: search, the insured person with history and explanation, runs with their differences,
 * reconciliation. Every page names its duty and leaves an audit event.
 */
@NullMarked
package org.machi.union.desk;

import org.jspecify.annotations.NullMarked;
