package org.machi.world;

import org.machi.world.post.SentFile;

/** Hears of each file as soon as it lies in its receiver's folder. */
@FunctionalInterface
public interface Progress {
    /** For those who don't want to know. */
    Progress NONE = file -> {};

    void sent(SentFile file);
}
