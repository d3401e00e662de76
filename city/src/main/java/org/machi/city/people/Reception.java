package org.machi.city.people;

import java.time.LocalDate;
import org.machi.platform.audit.Actor;

/** A counter's book whose entries a second clerk confirms or gives back. */
public interface Reception {

    /** 宛名番号 of an entry that waits. */
    long personOf(String receptionNo);

    /** Another clerk looked at the entry and its papers: it goes to the union. */
    void confirm(String receptionNo, LocalDate today, Actor clerk);

    /** Something was wrong with it; it is not sent and stays with its reason. */
    void giveBack(String receptionNo, String reason, LocalDate today, Actor clerk);
}
