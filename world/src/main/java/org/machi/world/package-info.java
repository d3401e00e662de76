@NullMarked
package org.machi.world;

import org.jspecify.annotations.NullMarked;
