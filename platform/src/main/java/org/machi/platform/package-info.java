@NullMarked
package org.machi.platform;

import org.jspecify.annotations.NullMarked;
