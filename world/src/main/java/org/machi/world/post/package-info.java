/**
 * How a neighbour receives and sends files, so that a step can be killed anywhere and repeated.
 *
 * <p>Files that came are moved into a folder of the day on which they were read; what a neighbour
 * knows is what these folders hold. Files to be sent appear under their names at once; a note of
 * the day, written last, says that the step is complete.
 */
@NullMarked
package org.machi.world.post;

import org.jspecify.annotations.NullMarked;
