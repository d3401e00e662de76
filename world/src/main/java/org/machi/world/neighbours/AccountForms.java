package org.machi.world.neighbours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.AccountFile;
import org.machi.world.Stage;
import org.machi.world.offices.CareRates;
import org.machi.world.offices.FormerYear;
import org.machi.world.people.Account;
import org.machi.world.people.Accounts;
import org.machi.world.people.BankInfo;
import org.machi.world.people.Dice;
import org.machi.world.people.Numbers;
import org.machi.world.people.Population;
import org.machi.world.people.Topic;
import org.machi.world.post.Sending;

/**
 * 口座振替依頼書 that people left at a bank (ACCOUNT_REG): all of them when the cities begin, then on the
 * fifteenth of each month those of people who turned 75, and a few cancellations.
 */
final class AccountForms {
    private static final int DAY_OF_MONTH = 15;
    private static final int CANCEL_PER_10000 = 8;
    private static final String KOKI = "39";
    private static final String CARE = "35";

    private final Stage stage;
    private final BankInfo bank;
    private final FormerYear former;

    AccountForms(Stage stage, BankInfo bank, FormerYear former) {
        this.former = former;
        this.stage = stage;
        this.bank = bank;
    }

    void send(LocalDate day, Sending sending) {
        boolean start = day.isBefore(stage.firstDay());
        boolean inYear = day.isBefore(stage.firstDay().plusYears(1));
        if (!start && !(inYear && stage.isOnOrAfter(day, DAY_OF_MONTH))) {
            return;
        }
        for (int city = 0; city < stage.place().cities(); city++) {
            List<Row> rows = start ? all(city, day) : month(city, day);
            sending.send(FileKind.ACCOUNT_REG, stage.place().cityCode(city), rows);
        }
    }

    private boolean ours(int p, int city) {
        Population people = stage.people();
        return people.resident(p)
                && people.city(p) == city
                && Accounts.debits(people, p)
                && Accounts.of(people, p).bank().equals(bank);
    }

    private List<Row> all(int city, LocalDate day) {
        Population people = stage.people();
        List<Row> rows = new ArrayList<>();
        for (int p = 0; p < people.size(); p++) {
            if (people.birthDay(p) > stage.firstDay().minusYears(65).toEpochDay()) {
                continue;
            }
            if (ours(p, city)) {
                FormerYear.Insured insured = former.of(p);
                if (insured != null && insured.inApril() == 0) {
                    rows.add(row(p, city, KOKI, "1", day));
                }
                if (!CareRates.deducted(people, p)) {
                    rows.add(row(p, city, CARE, "1", day));
                }
            }
        }
        return rows;
    }

    private List<Row> month(int city, LocalDate day) {
        Population people = stage.people();
        LocalDate from = day.minusMonths(1).withDayOfMonth(DAY_OF_MONTH);
        List<Row> rows = new ArrayList<>();
        long oldest = day.minusYears(75).toEpochDay();
        for (int p = 0; p < people.size(); p++) {
            if (people.birthDay(p) > oldest || !ours(p, city)) {
                continue;
            }
            LocalDate at75 = people.birth(p).plusYears(75);
            if (!at75.isBefore(from) && at75.isBefore(day)) {
                rows.add(row(p, city, KOKI, "1", day));
            } else if (cancels(p, day)) {
                rows.add(row(p, city, KOKI, "3", day));
            }
        }
        return rows;
    }

    /** Someone who pays by account gives it up. */
    private boolean cancels(int p, LocalDate day) {
        FormerYear.Insured insured = former.of(p);
        Dice dice = Dice.of(stage.seed(), Topic.ACCOUNT_WISH, p, day.getMonthValue());
        return insured != null && insured.inApril() == 0 && dice.below(10_000) < CANCEL_PER_10000;
    }

    private Row row(int p, int city, String levy, String change, LocalDate day) {
        Account account = Accounts.of(stage.people(), p);
        return AccountFile.LAYOUT
                .row()
                .set(AccountFile.PERSON_NO, Numbers.personNo(city, p))
                .set(AccountFile.LEVY, levy)
                .set(AccountFile.CHANGE, change)
                .set(AccountFile.ACCEPTED_ON, day.minusDays(7))
                .set(AccountFile.EFFECTIVE_FROM, day.withDayOfMonth(1).plusMonths(1))
                .set(AccountFile.BANK_CODE, bank.code())
                .set(AccountFile.BRANCH_CODE, account.branch())
                .set(AccountFile.BANK_NAME, bank.name())
                .set(AccountFile.BANK_KANA, bank.kana())
                .set(AccountFile.BRANCH_NAME, bank.branchName(account.branch()))
                .set(AccountFile.BRANCH_KANA, bank.branchKana(account.branch()))
                .set(AccountFile.ACCOUNT_KIND, account.kind())
                .set(AccountFile.ACCOUNT_NO, account.number())
                .set(AccountFile.HOLDER, account.holder())
                .set(AccountFile.HOLDER_KANA, account.holderKana())
                .build();
    }
}
