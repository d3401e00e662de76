package org.machi.launcher.scene;

/** A story of the office that one can play, look at and test. */
public interface Scene {

    /** The word for {@code ./machi scene run}: lower case, with hyphens. */
    String name();

    /** One line in Japanese: what happens. */
    String title();

    /** Says who lives there and what happens when. */
    void write(Script script);
}
