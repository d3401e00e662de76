package org.machi.world.neighbours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.machi.formats.text.BankKana;
import org.machi.world.Stage;
import org.machi.world.events.BenefitVisit;
import org.machi.world.events.EventKind;
import org.machi.world.events.ResidentEvent;
import org.machi.world.people.Account;
import org.machi.world.people.Accounts;
import org.machi.world.people.Addresses;
import org.machi.world.people.Dice;
import org.machi.world.people.NameForms;
import org.machi.world.people.Numbers;
import org.machi.world.people.Population;
import org.machi.world.people.Status;
import org.machi.world.people.Topic;
import org.machi.world.post.Mailboxes;

/**
 * People who bring applications for benefits: whom a letter called to tell an account, and who held
 * a funeral. Most come within a month, some later, some never.
 */
public final class Applicants {
    private static final int KANA = 30;
    private static final int INSURED_AGE = 75;

    private final Stage stage;
    private final Mailboxes calls;
    private final TreeMap<LocalDate, List<Plan>> plans = new TreeMap<>();

    /** Who wants to come. */
    private record Plan(int city, int person, String kind, LocalDate occurredOn) {}

    public Applicants(Stage stage, Mailboxes calls) {
        this.stage = stage;
        this.calls = calls;
    }

    /** One line in the mailbox of calls. */
    static String line(String city, LocalDate arrives, long personNo) {
        return city + "\t" + arrives + "\t" + personNo;
    }

    /** Opens the letters that were posted up to a day. */
    public void open(LocalDate upTo) {
        calls.unread(
                upTo,
                line -> {
                    String[] f = line.split("\t", -1);
                    called(f[0], LocalDate.parse(f[1]), Long.parseLong(f[2]));
                });
    }

    private void called(String city, LocalDate arrives, long personNo) {
        int p = Numbers.personOf(stage.people(), personNo);
        if (p == Population.NONE) {
            return;
        }
        Dice dice = Dice.of(stage.seed(), Topic.BENEFIT, personNo, arrives.toEpochDay());
        int wait =
                switch (dice.weighted(780, 120, 100)) {
                    case 0 -> dice.between(3, 30);
                    case 1 -> dice.between(31, 100);
                    default -> -1;
                };
        if (wait > 0) {
            LocalDate month = arrives.withDayOfMonth(1).minusMonths(2);
            plan(arrives.plusDays(wait), new Plan(number(city), p, "31", month));
        }
    }

    private int number(String cityCode) {
        return stage.place().cityCode(0).equals(cityCode) ? 0 : 1;
    }

    /** A death on record: who held the funeral comes some weeks later. */
    public void hear(ResidentEvent event) {
        int p = event.person();
        if (event.kind() != EventKind.DIED
                || event.cancelled()
                || stage.people().age(p, event.occurredOn()) < INSURED_AGE) {
            return;
        }
        Dice dice = Dice.of(stage.seed(), Topic.BENEFIT, p);
        LocalDate funeral = event.occurredOn().plusDays(dice.between(2, 6));
        LocalDate known = event.processedOn().isBefore(funeral) ? funeral : event.processedOn();
        if (dice.permille(930)) {
            plan(known.plusDays(dice.between(5, 70)), new Plan(event.city(), p, "37", funeral));
        }
    }

    private void plan(LocalDate day, Plan plan) {
        plans.computeIfAbsent(stage.calendar().onOrAfter(day), key -> new ArrayList<>()).add(plan);
    }

    /** Who comes on a day; what they ask for is as things are on it. */
    public List<BenefitVisit> on(LocalDate day) {
        return plans.getOrDefault(day, List.of()).stream()
                .flatMap(plan -> visit(plan, day).stream())
                .toList();
    }

    private Optional<BenefitVisit> visit(Plan plan, LocalDate day) {
        Population people = stage.people();
        int p = plan.person();
        boolean self = plan.kind().equals("31") && people.resident(p);
        if (!self && people.status(p) != Status.DEAD) {
            return Optional.empty();
        }
        int payee = self ? p : people.firstMember(people.household(p));
        if (payee == Population.NONE || !people.resident(payee)) {
            return Optional.empty();
        }
        NameForms names = people.names(payee);
        String relation = self ? "1" : plan.kind().equals("37") ? "4" : "3";
        Dice dice = Dice.of(stage.seed(), Topic.BENEFIT, payee, day.toEpochDay());
        return Optional.of(
                new BenefitVisit(
                        plan.city(),
                        Numbers.personNo(plan.city(), p),
                        plan.kind(),
                        day,
                        plan.occurredOn(),
                        new BenefitVisit.Applicant(
                                names.name(),
                                names.kana(),
                                relation,
                                self ? null : Addresses.of(people, payee).oneLine()),
                        account(payee, names),
                        !dice.permille(40)));
    }

    /** Benefits go to an account in the name on the register. */
    private Account account(int payee, NameForms names) {
        Account own = Accounts.of(stage.people(), payee);
        return new Account(
                own.bank(),
                own.branch(),
                own.kind(),
                own.number(),
                names.name(),
                BankKana.reduce(names.kana(), KANA).text());
    }
}
