package org.machi.platform.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What one request adds to its audit event: whose data were shown or changed, why, and with which conditions. A page
 * method takes it as a parameter and tells it what it does.
 *
 * <pre>{@code
 * @GetMapping("/people/{personNo}")
 * @RequiresDuty("people.look")
 * @Audited(action = "照会", object = "個人画面")
 * String person(@PathVariable long personNo, Trace trace, Model model) {
 *     trace.person(personNo);
 * }</pre>
 */
public final class Trace {
    private final Clerk clerk;
    private final SequencedSet<Long> people = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable String reason;
    private @Nullable String object;
    private String open = "";

    Trace(Clerk clerk) {
        this.clerk = clerk;
    }

    public Clerk clerk() {
        return clerk;
    }

    /**
     * Demands a second duty beside the page's own, for example that of the file which is opened.
     *
     * @throws NotPermitted when the clerk does not hold it; the attempt is then recorded as refused
     */
    public Trace require(String duty) {
        if (!clerk.may(duty)) {
            throw new NotPermitted(duty);
        }
        return this;
    }

    /** The person (宛名番号) whose data this answer shows or this deed changes. */
    public Trace person(long personNo) {
        people.add(personNo);
        return this;
    }

    /** Everyone whose data a list shows. */
    public Trace people(Collection<Long> personNos) {
        people.addAll(personNos);
        return this;
    }

    /** 理由 as the clerk gave it; empty text counts as none. */
    public Trace reason(@Nullable String given) {
        reason = given == null || given.isBlank() ? null : given.strip();
        return this;
    }

    /** A condition of a search or another detail of the deed; never a 個人番号. */
    public Trace note(String item, Object value) {
        notes.add(item + "=" + value);
        return this;
    }

    /**
     * Names the object when the path does not tell it, for example the number of a run just
     * started.
     */
    public Trace object(String named) {
        object = named;
        return this;
    }

    /** This one person is open to the clerk in this request, whatever the clerk's duties open. */
    void open(long personNo) {
        open = Long.toString(personNo);
    }

    /** The person who is open beside what the duties open; empty for none. */
    String opened() {
        return open;
    }

    /** The duties as the database sees them in the transaction of the request, between bars. */
    String duties() {
        return "|" + String.join("|", clerk.duties()) + "|";
    }

    List<Long> people() {
        return List.copyOf(people);
    }

    String detail() {
        return String.join(", ", notes);
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable String object() {
        return object;
    }
}
