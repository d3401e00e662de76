@NullMarked
package org.machi.law;

import org.jspecify.annotations.NullMarked;
