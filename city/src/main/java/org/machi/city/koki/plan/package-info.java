/** 期割: from the decided premium to what is taken when and from where. */
@NullMarked
package org.machi.city.koki.plan;

import org.jspecify.annotations.NullMarked;
