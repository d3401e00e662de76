/** The rules of the house: what holds in every module, read from its sources and classes. */
@NullMarked
package org.machi.launcher.house;

import org.jspecify.annotations.NullMarked;
