/**
 * A small organisation that shows the console without city and union: three jobs, a work list and a
 * page about people who do not exist. It lies outside of the platform's package, so that no other
 * application finds it.
 */
@NullMarked
package org.machi.sample;

import org.jspecify.annotations.NullMarked;
