package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machi.city.levy.JointDemands;
import org.machi.city.levy.JointDemands.Liable;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.staff.Clerk;
import org.springframework.stereotype.Component;

/**
 * 連帯納付義務者への督促 at the desk: who owes an overdue instalment beside the insured person, and the deed
 * that has that person asked with the letters of the day.
 */
@Component
class JointDesk {

    private final JointDemands demands;
    private final DeskBook book;

    JointDesk(JointDemands demands, DeskBook book) {
        this.demands = demands;
        this.book = book;
    }

    /** One line of the choice; of whom the clerk may not see only that there is somebody. */
    public record Line(Liable liable, boolean hidden) {

        /** What the form sends for this line. */
        public String key() {
            return liable.instalment() + "-" + liable.personNo();
        }

        public boolean askable() {
            return !hidden && liable.askedOn() == null;
        }

        public String name() {
            return hidden ? "（表示できません）" : liable.name();
        }
    }

    List<Line> of(long personNo, LocalDate today, Clerk clerk) {
        return demands.of(personNo, today).stream()
                .map(one ->
                        new Line(
                                one,
                                one.lookStopped()
                                        && !ProtectedPeople.mayLook(one.isProtected(), clerk)))
                .toList();
    }

    Outcome ask(long personNo, String key, Act act) {
        if (act.isWithoutReason()) {
            return new Outcome.Refused("督促する理由と、義務を確かめた方法を入れてください。");
        }
        Optional<Line> found =
                of(personNo, act.today(), act.trace().clerk()).stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Refused("この期の連帯納付義務者ではないか、未納がなくなっています。");
        }
        if (found.get().hidden()) {
            return new Outcome.Refused("この連帯納付義務者は責任者が処理します。");
        }
        Liable liable = found.get().liable();
        if (liable.askedOn() != null) {
            return new Outcome.Refused("この連帯納付義務者には、この期を既に督促しています。");
        }
        act.trace().person(liable.personNo());
        book.enter(
                Subject.person(personNo),
                act,
                "JOINT",
                "連帯納付義務者（宛名番号 %d、%s）への督促 %s"
                        .formatted(liable.personNo(), liable.ground().japanese(), liable.claim()));
        demands.ask(personNo, liable, act.today(), act.staffNo(), act.reason());
        return new Outcome.Done("連帯納付義務者への督促を受け付けました。次の処理で督促状を作成します。発行抑止の人がいるときは引抜きになります。");
    }
}
