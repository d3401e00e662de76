package org.machi.city.levy.desk;

import java.util.Map;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How every form of a person's account is worked off: the person is open to the clerk and on
 * record, the form carries its version and reason, the answer goes back to the account.
 */
@Component
class AccountDesk {

    private final ProtectedPeople people;
    private final BusinessDate businessDate;

    AccountDesk(ProtectedPeople people, BusinessDate businessDate) {
        this.people = people;
        this.businessDate = businessDate;
    }

    /** What is done with the form. */
    @FunctionalInterface
    interface Deed {
        Outcome of(Asked form, Act act);
    }

    /** A form as it was sent, and where its answer goes. */
    record Sent(Map<String, String> fields, Trace trace, RedirectAttributes next) {}

    /** Does it and gives the view that follows. */
    String work(long personNo, Sent sent, Deed deed) {
        Asked form = new Asked(sent.fields());
        sent.trace().person(personNo);
        people.requireOpen(personNo, sent.trace().clerk());
        Act act = Act.of(sent.trace(), businessDate.today(), form.seen(), form.text("reason"));
        return Answer.to("/levy/people/" + personNo, sent.next())
                .with(form, () -> deed.of(form, act));
    }
}
