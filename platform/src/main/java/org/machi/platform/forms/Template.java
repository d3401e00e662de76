package org.machi.platform.forms;

/**
 * The part of a page that all letters of a kind share. It is stored once in a bundle and shown on
 * each page.
 *
 * @param key what tells this template from others in the same bundle; the same key must mean the
 *     same drawing
 */
public record Template(String key, Drawing drawing) {}
