package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.function.ToLongFunction;
import org.machi.platform.staff.Clerk;

/**
 * A tile that counts with one query, the same for everybody who may see it.
 *
 * @param order tiles with lower numbers come first
 * @param duty code of the duty without which the tile is not counted and not shown
 * @param empty what the tile says, with the count left at zero
 * @param query how many wait on a business date
 */
public record CountedTile(int order, String duty, Tile empty, ToLongFunction<LocalDate> query)
        implements HomeTile {

    @Override
    public Tile count(Clerk clerk, LocalDate businessDate) {
        return new Tile(
                empty.title(),
                query.applyAsLong(businessDate),
                empty.unit(),
                empty.text(),
                empty.path(),
                empty.tone());
    }
}
