package org.machi.world.people;

import org.machi.formats.text.BankKana;

/** Which account a person would pay from. */
public final class Accounts {
    private Accounts() {}

    /** The account of a person; two in three keep it with the first bank. */
    public static Account of(Population people, int p) {
        Dice dice = Dice.of(people.seed(), Topic.ACCOUNT, p);
        BankInfo bank = BankInfo.ALL.get(dice.below(3) < 2 ? 0 : 1);
        NameForms names = people.names(p);
        return new Account(
                bank,
                BankInfo.branchCode(dice.below(BankInfo.branches())),
                dice.permille(12) ? "2" : "1",
                String.format("%07d", dice.below(10_000_000)),
                names.usedName(),
                BankKana.reduce(names.usedKana(), 30).text());
    }

    /** Whether the person, when not paid from the pension, pays by account (about 35 %). */
    public static boolean debits(Population people, int p) {
        return Dice.of(people.seed(), Topic.COLLECTION, p).permille(350);
    }
}
