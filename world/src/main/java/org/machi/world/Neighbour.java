package org.machi.world;

import java.time.LocalDate;
import java.util.List;
import org.machi.world.post.SentFile;

/** An office or company around the cities: once a business day it reads its post and answers. */
public interface Neighbour {
    /** The code in file names. */
    String code();

    /**
     * Does one business day's work. Repeating a day that was done sends nothing again and tells the
     * same; repeating one that was interrupted writes the same bytes.
     */
    List<SentFile> step(LocalDate businessDate);
}
