package org.machi.launcher.demo;

import java.time.LocalDate;
import java.util.List;
import org.machi.city.koki.benefits.BenefitCounter;
import org.machi.city.koki.benefits.BenefitEntry;
import org.machi.city.koki.deliveries.DeliveryBook;
import org.machi.city.people.Counter;
import org.machi.city.people.CounterEntry;
import org.machi.city.people.Presence;
import org.machi.platform.Organisation;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.world.events.BenefitVisit;
import org.machi.world.events.CounterVisit;
import org.machi.world.people.Account;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The clerks at the counters of the demo's cities: they enter what residents bring and confirm each
 * other's entries, through the same service as the console's page. What was entered before a
 * restart is not entered twice.
 */
final class CounterClerks {

    private static final Actor ENTERS = new Actor(DemoStaff.CLERK, "窓口1", "後期高齢者医療係", "届出・申請の受付");
    private static final Actor CONFIRMS =
            new Actor(DemoStaff.SECOND_CLERK, "窓口2", "後期高齢者医療係", "届出・申請の確認");

    private CounterClerks() {}

    /** Serves somebody on the day he came. */
    static void serve(CounterVisit visit, Organisation city) {
        Counter counter = city.get(Counter.class);
        LocalDate day = visit.cameOn();
        CounterEntry entry =
                visit.kind().equals("03")
                        ? CounterEntry.recognition(
                                visit.personNo(), day, visit.disability(), Presence.withCard())
                        : CounterEntry.withdrawal(visit.personNo(), day, Presence.withCard());
        switch (counter.receive(entry, day, ENTERS)) {
            case Counter.Outcome.Received received -> {
                if (counter.waits(received.receptionNo())) {
                    counter.confirm(received.receptionNo(), day, CONFIRMS);
                }
            }
            case Counter.Outcome.Refused _ -> {}
        }
    }

    /** Serves somebody who asks for a benefit; what lacks papers stays on the list. */
    static void serve(BenefitVisit visit, Organisation city) {
        BenefitCounter counter = city.get(BenefitCounter.class);
        switch (counter.receive(entry(visit), visit.cameOn(), ENTERS)) {
            case BenefitCounter.Outcome.Received received -> {
                if (received.missing().isEmpty()) {
                    counter.confirm(received.receptionNo(), visit.cameOn(), CONFIRMS);
                }
            }
            case BenefitCounter.Outcome.Refused _ -> {}
        }
    }

    private static BenefitEntry entry(BenefitVisit visit) {
        Account account = visit.account();
        BenefitVisit.Applicant who = visit.applicant();
        List<String> papers = BenefitEntry.papersOf(visit.kind());
        return new BenefitEntry(
                visit.personNo(),
                visit.kind(),
                "1",
                visit.occurredOn(),
                BenefitEntry.Amounts.NONE,
                new BenefitEntry.Applicant(who.name(), who.kana(), who.relation(), who.address()),
                new BenefitEntry.Account(
                        account.bank().code(),
                        account.bank().kana(),
                        account.branch(),
                        account.bank().branchKana(account.branch()),
                        account.kind(),
                        account.number(),
                        account.holderKana(),
                        false),
                visit.papersComplete() ? papers : papers.subList(1, papers.size()),
                null,
                Presence.withCard());
    }

    private static final Actor FETCHES =
            new Actor(DemoStaff.CLERK, "窓口1", "後期高齢者医療係", "配信ファイルの照会・取得");

    /** Prints the lists that the union distributed and nobody here has fetched. */
    static void fetch(LocalDate day, Organisation city) {
        DeliveryBook book = city.get(DeliveryBook.class);
        List<Long> open = book.open(day);
        if (open.isEmpty()) {
            return;
        }
        city.get(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    for (long number : open) {
                        book.fetched(
                                number,
                                DeliveryBook.Deed.PRINTED,
                                new DeliveryBook.By(DemoStaff.CLERK, "窓口 花子", FETCHES.terminal()),
                                day);
                        city.get(AuditTrail.class)
                                .record(
                                        Deed.of(FETCHES, "後期高齢者医療", "印刷", "配信ファイル " + number)
                                                .on(day));
                    }
                });
    }
}
