package org.machi.platform.forms;

import java.util.List;

/** Something that is printed for one person: its pages, and the texts in it that come from data. */
public interface Letter {
    LetterId id();

    /**
     * The texts that come from the register, by the name of their item; so that a character which
     * can't be drawn is reported with the item in which it stands.
     */
    List<Field> fields();

    /** At least one page. */
    List<Page> pages();

    /**
     * One text of the letter.
     *
     * @param name the item's Japanese name, such as 氏名
     */
    record Field(String name, String text) {}

    /** A page: what is the same on all of its kind, and what is this letter's own. */
    record Page(Template template, Drawing drawing) {}
}
