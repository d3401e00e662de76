/**
 * Neighbours that answer files with files: the banks, the convenience stores' agent, the print
 * shop, other municipalities and the pension service; and the residents, who open their letters.
 *
 * <p>What a neighbour knows is what its post room holds; how it behaves follows from the seed.
 */
@NullMarked
package org.machi.world.neighbours;

import org.jspecify.annotations.NullMarked;
