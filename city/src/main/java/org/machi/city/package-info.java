@NullMarked
package org.machi.city;

import org.jspecify.annotations.NullMarked;
