package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machi.platform.staff.Clerk;

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

    /** The longest entry that covers the present path is the present one. */
    public boolean present(NavigationEntry entry) {
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
