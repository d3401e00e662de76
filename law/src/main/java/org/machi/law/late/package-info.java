/**
 * 延滞金: what is added to a premium that is paid late, by the ordinance's form of the local tax law.
 */
@NullMarked
package org.machi.law.late;

import org.jspecify.annotations.NullMarked;
