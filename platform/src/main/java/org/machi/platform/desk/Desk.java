package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machi.platform.staff.Clerk;
import org.springframework.web.util.HtmlUtils;

/**
 * What every page of the console shows around its content; templates reach it as {@code desk}.
 *
 * @param organisation the name that people read
 * @param kind {@code city} or {@code union}, for the colour of the frame
 * @param today business date
 * @param clerk who is signed in
 * @param groups navigation of this clerk
 * @param path path of the present page
 * @param search the search field at the top, if the application has one and the clerk may use it
 */
public record Desk(
        String organisation,
        String kind,
        LocalDate today,
        Clerk clerk,
        List<Group> groups,
        String path,
        Optional<SearchPage> search) {

    /** A heading of the navigation with its entries. */
    public record Group(String name, List<NavigationEntry> entries) {}

    /**
     * The navigation as HTML. It stands on every page and has dozens of lines: as a part of the
     * template it took up to a fifth of the time of each page.
     */
    public String navigation() {
        StringBuilder html = new StringBuilder();
        for (Group group : groups) {
            html.append("<h2>").append(HtmlUtils.htmlEscape(group.name())).append("</h2><ul>");
            for (NavigationEntry entry : group.entries()) {
                html.append("<li><a href=\"")
                        .append(HtmlUtils.htmlEscape(entry.path()))
                        .append(present(entry) ? "\" aria-current=\"page\">" : "\">")
                        .append(HtmlUtils.htmlEscape(entry.label()))
                        .append("</a></li>");
            }
            html.append("</ul>");
        }
        return html.toString();
    }

    /** The longest entry that covers the present path is the present one. */
    private boolean present(NavigationEntry entry) {
        return entry.covers(path)
                && groups.stream()
                        .flatMap(group -> group.entries().stream())
                        .noneMatch(other ->
                                other.covers(path)
                                        && other.path().length() > entry.path().length());
    }

    /** For parts of a page that only some may see. */
    public boolean may(String duty) {
        return clerk.may(duty);
    }
}
