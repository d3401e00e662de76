package org.machi.platform.forms;

/** The faces of the house. BIZ UDGothic is fixed pitch: a kanji 1 em, a digit 1/2 em. */
public enum Face {
    REGULAR,
    BOLD
}
