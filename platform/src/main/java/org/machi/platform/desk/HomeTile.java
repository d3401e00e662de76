package org.machi.platform.desk;

import java.time.LocalDate;
import org.machi.platform.staff.Clerk;

/** A work list on the home page: how much waits for whom. A feature declares it as a bean. */
public interface HomeTile {
    /** Tiles with lower numbers come first. */
    int order();

    /** Code of the duty without which the tile is not counted and not shown. */
    String duty();

    /** Counts now; one indexed query at most. */
    Tile count(Clerk clerk, LocalDate businessDate);
}
