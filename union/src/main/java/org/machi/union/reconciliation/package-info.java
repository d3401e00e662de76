/**
 * 突合: compares what the cities report (期割, 収納, 滞納) with what the union decided, person by person,
 * set by set. Others read {@code reconciliation.difference}.
 */
@NullMarked
package org.machi.union.reconciliation;

import org.jspecify.annotations.NullMarked;
