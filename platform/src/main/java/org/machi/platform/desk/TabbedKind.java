package org.machi.platform.desk;

import java.util.Arrays;
import org.springframework.ui.Model;

/** One of several work lists that share a page, each under its own tab and address. */
public interface TabbedKind {

    /** The last part of its address. */
    String code();

    /** Its heading and tab. */
    String title();

    /** What stands in the list and what is to be done about it. */
    String text();

    /** The kind that an address names. */
    static <K extends TabbedKind> K named(K[] kinds, String code) {
        return Arrays.stream(kinds)
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(NothingThere::new);
    }

    /** Heading, text and tabs of the page whose lists begin at {@code base}. */
    static <K extends TabbedKind> void show(Model model, String base, K[] kinds, K here) {
        model.addAttribute("listTitle", here.title());
        model.addAttribute("text", here.text());
        model.addAttribute(
                "tabs",
                Arrays.stream(kinds)
                        .map(one -> new Tab(one.title(), base + one.code(), one == here))
                        .toList());
    }
}
