/**
 * 広域連合標準システム: decides eligibility and premiums of the union's cities from the files that they send.
 * {@link org.machi.union.UnionOffice} starts it and runs its day; each package below is one feature
 * with its own database schema.
 */
@NullMarked
package org.machi.union;

import org.jspecify.annotations.NullMarked;
