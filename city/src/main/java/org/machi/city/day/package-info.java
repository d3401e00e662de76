/**
 * The day of a municipality: which steps run in which order. It reads like the picture of the main
 * flow.
 */
@NullMarked
package org.machi.city.day;

import org.jspecify.annotations.NullMarked;
