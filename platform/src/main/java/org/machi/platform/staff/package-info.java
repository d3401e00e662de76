/**
 * 職員 staff: who may sit at the console. The directory (offices, staff, duties with their dates),
 * sign-in with lock-out, terminals, and the gate that lets a request through only with a duty and
 * an audit event. Every page method carries {@link org.machi.platform.staff.RequiresDuty} and
 * {@link org.machi.platform.staff.Audited}.
 */
@NullMarked
package org.machi.platform.staff;

import org.jspecify.annotations.NullMarked;
