package org.machi.city.people;

import org.machi.platform.audit.Actor;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 確認と差戻し at the console, the same for every book of a counter. */
@Component
public class SecondClerk {

    private final ProtectedPeople people;
    private final BusinessDate businessDate;
    private final Duties duties;

    SecondClerk(ProtectedPeople people, BusinessDate businessDate, Duties duties) {
        this.people = people;
        this.businessDate = businessDate;
        this.duties = duties;
    }

    /**
     * An entry on its list.
     *
     * @param list address of the list, to which the clerk comes back
     * @param duty under which the clerk acts
     */
    public record Entry(Reception book, String receptionNo, String list, String duty) {}

    /** Confirms an entry of somebody else. */
    public String confirm(Entry entry, Trace trace, RedirectAttributes next) {
        begin(entry, trace);
        entry.book()
                .confirm(
                        entry.receptionNo(),
                        businessDate.today(),
                        actor(trace.clerk(), entry.duty()));
        next.addFlashAttribute("told", "受付番号 " + entry.receptionNo() + " を確認しました。次の送付で広域連合へ送ります。");
        return "redirect:" + entry.list();
    }

    /** Gives an entry back with a reason. */
    public String giveBack(Entry entry, String reason, Trace trace, RedirectAttributes next) {
        if (reason.isBlank()) {
            next.addFlashAttribute("refused", "差戻しの理由を入れてください。");
            return "redirect:" + entry.list();
        }
        trace.reason(reason);
        begin(entry, trace);
        entry.book()
                .giveBack(
                        entry.receptionNo(),
                        reason.strip(),
                        businessDate.today(),
                        actor(trace.clerk(), entry.duty()));
        next.addFlashAttribute("told", "受付番号 " + entry.receptionNo() + " を差し戻しました。");
        return "redirect:" + entry.list();
    }

    /** Whom a deed is about, and that nobody else works on him. */
    public void begin(Entry entry, Trace trace) {
        long personNo = entry.book().personOf(entry.receptionNo());
        trace.person(personNo);
        people.requireChange(personNo, trace.clerk());
    }

    /** The clerk under a duty. */
    public Actor actor(Clerk clerk, String duty) {
        return new Actor(clerk.staffNo(), clerk.terminal(), clerk.office(), duties.nameOf(duty));
    }
}
