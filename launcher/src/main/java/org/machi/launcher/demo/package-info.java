/** The demo: two cities, their union and their neighbours through one fiscal year. */
@NullMarked
package org.machi.launcher.demo;

import org.jspecify.annotations.NullMarked;
