package org.machi.platform.forms;

/**
 * Where a letter is.
 *
 * @param bundle number of the bundle, from 1
 * @param firstPage its first page in the bundle, from 1
 * @param pages how many pages it has
 */
public record IndexEntry(int bundle, LetterId letter, int firstPage, int pages) {}
