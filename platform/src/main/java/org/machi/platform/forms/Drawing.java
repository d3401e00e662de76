package org.machi.platform.forms;

/** Draws on a page. Called as often as the page is made, so it only reads. */
@FunctionalInterface
public interface Drawing {
    void on(Sheet sheet);
}
