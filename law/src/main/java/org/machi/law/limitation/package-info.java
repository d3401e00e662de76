/** 消滅時効: when a claim to a premium, or to a refund, has gone. */
@NullMarked
package org.machi.law.limitation;

import org.jspecify.annotations.NullMarked;
