/**
 * The audit trail (操作記録・アクセス記録): who looked at or changed whose data, in the transaction of the
 * deed, chained by hashes, sealed per day, verified by a program that shares no code with the
 * writer.
 */
@NullMarked
package org.machi.platform.audit;

import org.jspecify.annotations.NullMarked;
