package org.machi.city.levy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of the ledger written once more, one instalment after the other, to compare with. */
final class PlainLedger {

    /** What an instalment stands at. */
    static final class Account {
        final long person;
        final int period;
        final LocalDate dueOn;
        long charged;
        long collected;
        long offsetIn;
        long open;
        long arisen;
        long refunded;
        long offsetOut;

        private Account(long person, int period) {
            this.person = person;
            this.period = period;
            this.dueOn = LocalDate.of(2026, 7, 31).plusMonths(period - 1L);
        }

        long held() {
            return arisen - refunded - offsetOut;
        }

        private void charge(long amount) {
            if (amount > charged) {
                long back = Math.min(amount - charged, held());
                arisen -= back;
                open += amount - charged - back;
            } else {
                long fromOpen = Math.min(charged - amount, open);
                open -= fromOpen;
                arisen += charged - amount - fromOpen;
            }
            charged = amount;
        }

        private void pay(long amount) {
            long paid = Math.min(amount, open);
            collected += amount;
            open -= paid;
            arisen += amount - paid;
        }
    }

    private final Map<String, Account> accounts = new TreeMap<>();

    Account of(long person, int period) {
        return accounts.computeIfAbsent(
                "%09d-%02d".formatted(person, period), key -> new Account(person, period));
    }

    Iterable<Account> all() {
        return accounts.values();
    }

    void charge(long person, long... amounts) {
        for (int i = 0; i < amounts.length; i++) {
            of(person, i + 1).charge(amounts[i]);
        }
        for (Account account : accounts.values()) {
            if (account.person == person && account.period > amounts.length) {
                account.charge(0);
            }
        }
    }

    void pay(long person, int period, long amount) {
        of(person, period).pay(amount);
    }

    void offset(LocalDate day) {
        for (Account credit : ordered()) {
            for (Account debt : ordered()) {
                if (debt.person == credit.person && debt.dueOn.isBefore(day)) {
                    long yen = Math.min(credit.held(), debt.open);
                    credit.offsetOut += yen;
                    debt.open -= yen;
                    debt.offsetIn += yen;
                }
            }
        }
    }

    long refundAll() {
        long sum = 0;
        for (Account account : accounts.values()) {
            sum += account.held();
            account.refunded += account.held();
        }
        return sum;
    }

    private List<Account> ordered() {
        List<Account> list = new ArrayList<>(accounts.values());
        list.sort(Comparator.comparing((Account a) -> a.dueOn).thenComparing(a -> a.period));
        return list;
    }
}
