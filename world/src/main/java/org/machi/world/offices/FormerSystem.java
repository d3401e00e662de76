package org.machi.world.offices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.FormerFiles.Arrears;
import org.machi.formats.layout.FormerFiles.Closing;
import org.machi.formats.layout.FormerFiles.Deduction;
import org.machi.formats.layout.FormerFiles.Insured;
import org.machi.formats.layout.FormerFiles.Overpaid;
import org.machi.formats.layout.FormerFiles.Register;
import org.machi.world.Stage;
import org.machi.world.offices.FormerDebts.Debt;
import org.machi.world.people.Accounts;
import org.machi.world.people.Address;
import org.machi.world.people.Addresses;
import org.machi.world.people.Dice;
import org.machi.world.people.NameForms;
import org.machi.world.people.Numbers;
import org.machi.world.people.Pensions;
import org.machi.world.people.Population;
import org.machi.world.people.Topic;
import org.machi.world.post.Post;
import org.machi.world.post.Sending;
import org.machi.world.post.SentFile;

/**
 * The former systems of the cities and of the union: what they held when they were switched off.
 *
 * <p>A few rows can't be taken (people whom nobody knows, a wrong code, a row twice), as in every
 * real migration; the trailers count them too.
 */
public final class FormerSystem {
    /** 日本年金機構 as 特別徴収義務者. */
    private static final String COLLECTOR = "999";

    private final Stage stage;
    private final FormerYear year;
    private final FormerDebts debts;
    private final Population people;

    public FormerSystem(Stage stage, FormerYear year) {
        this.stage = stage;
        this.year = year;
        this.debts = new FormerDebts(stage);
        this.people = stage.people();
    }

    /** Sends everything to both cities and the union. */
    public List<SentFile> sendAll(LocalDate day) {
        Post post = new Post(stage.data(), "OLD", stage.progress());
        return post.sentOn(day).orElseGet(() -> write(post.sendingOn(day)));
    }

    private List<SentFile> write(Sending sending) {
        int last = stage.year() - 1;
        for (int city = 0; city < stage.place().cities(); city++) {
            String to = stage.place().cityCode(city);
            int c = city;
            List<FormerYear.Insured> own =
                    year.all().stream().filter(i -> people.city(i.person()) == c).toList();
            sending.send(FileKind.MIG_CHARMAP, to, OldCharacters.map());
            sending.send(FileKind.MIG_INSURED, to, last, insured(city, own));
            sending.send(FileKind.MIG_CLOSING, to, last, closings(city, own));
            sending.send(FileKind.MIG_DEDUCTION, to, last, deductions(city, own));
            sending.send(FileKind.MIG_ARREARS, to, last, arrears(city, own));
            sending.send(FileKind.MIG_OVERPAID, to, last, overpaid(city, own));
        }
        sending.send(FileKind.MIG_UNION, stage.unionCode(), last, registers());
        return sending.complete();
    }

    private List<Row> insured(int city, List<FormerYear.Insured> own) {
        List<Row> rows = new ArrayList<>();
        for (FormerYear.Insured one : own) {
            rows.add(insured(city, one));
        }
        Row any = rows.getFirst();
        rows.add(any);
        rows.add(
                any.copy()
                        .set(Insured.PERSON_NO, Planted.nobody(city))
                        .set(Insured.INSURED_NO, Numbers.insuredNo(8_888_888))
                        .build());
        rows.add(
                any.copy()
                        .set(Insured.PERSON_NO, Planted.nobody(city) + 10)
                        .set(Insured.INSURED_NO, Numbers.insuredNo(8_888_887))
                        .build());
        rows.add(Planted.withText(rows.getLast(), Insured.ACQUIRED_BY, "77"));
        return rows;
    }

    private Row insured(int city, FormerYear.Insured one) {
        int p = one.person();
        NameForms names = people.names(p);
        String name = OldCharacters.toOld(names.name());
        boolean optedOut =
                one.inApril() == 0
                        && Accounts.debits(people, p)
                        && Pensions.of(people, p, stage.firstDay()).annual() >= 180_000;
        Row.Builder row =
                Insured.LAYOUT
                        .row()
                        .set(Insured.OLD_PERSON_NO, String.format("K%09d", p + 1))
                        .set(Insured.PERSON_NO, Numbers.personNo(city, p))
                        .set(Insured.INSURED_NO, Numbers.insuredNo(p))
                        .set(Insured.NAME, p % 997 == 5 ? OldCharacters.unidentified(name) : name)
                        .set(Insured.NAME_KANA, names.kana())
                        .set(Insured.BIRTH_ON, ResidentRows.birth(people, p))
                        .set(Insured.SEX, Integer.toString(people.sex(p)))
                        .set(Insured.ACQUIRED_ON, one.acquiredOn())
                        .set(Insured.ACQUIRED_BY, one.acquiredBy())
                        .set(Insured.METHOD, one.inApril() > 0 ? "1" : "2")
                        .set(Insured.DEDUCTION_STOP, optedOut);
        mail(row, p, names);
        return row.build();
    }

    /** One in fifty has the letters sent in care of somebody of the family elsewhere. */
    private void mail(Row.Builder row, int p, NameForms names) {
        if (!Dice.of(people.seed(), Topic.MAIL, p).permille(20)) {
            return;
        }
        Address to = Addresses.outside(people, p);
        int cut = names.name().indexOf('　');
        String surname = cut < 0 ? names.name() : names.name().substring(0, cut);
        row.set(Insured.MAIL_NAME, OldCharacters.toOld(names.name()))
                .set(Insured.MAIL_POSTAL_CODE, to.postalCode())
                .set(Insured.MAIL_ADDRESS, to.oneLine() + "　" + OldCharacters.toOld(surname) + "様方")
                .set(Insured.MAIL_FROM, stage.firstDay().minusYears(1));
    }

    private String assessmentNo(int levyYear, int p) {
        return String.format("%02d%08d", levyYear % 100, p + 1);
    }

    private List<Row> closings(int city, List<FormerYear.Insured> own) {
        List<Row> rows = new ArrayList<>();
        for (FormerYear.Insured one : own) {
            List<Debt> all = debts.debts(one);
            int last = stage.year() - 1;
            long open = unpaid(all, last);
            FormerDebts.Overpaid over = debts.overpaid(one);
            long back = over == null ? 0 : over.amount();
            rows.add(closing(city, one, last, one.premium(), open, back));
            long older = unpaid(all, last - 1);
            if (older > 0) {
                rows.add(closing(city, one, last - 1, older, older, 0));
            }
        }
        return rows;
    }

    private static long unpaid(List<Debt> debts, int levyYear) {
        return debts.stream().filter(d -> d.levyYear() == levyYear).mapToLong(Debt::unpaid).sum();
    }

    private Row closing(
            int city,
            FormerYear.Insured one,
            int levyYear,
            long charged,
            long unpaid,
            long overpaid) {
        return Closing.LAYOUT
                .row()
                .set(Closing.PERSON_NO, Numbers.personNo(city, one.person()))
                .set(Closing.INSURED_NO, Numbers.insuredNo(one.person()))
                .set(Closing.ACCOUNT_YEAR, stage.year() - 1L)
                .set(Closing.LEVY_YEAR, (long) levyYear)
                .set(Closing.DECISION_YEAR, (long) levyYear)
                .set(Closing.ASSESSMENT_NO, assessmentNo(levyYear, one.person()))
                .set(Closing.METHOD, one.deducted() ? "1" : "2")
                .set(Closing.CHARGED, charged)
                .set(Closing.RECEIVED, charged - unpaid + overpaid)
                .set(Closing.REFUNDED, 0L)
                .set(Closing.UNREFUNDED, overpaid)
                .set(Closing.WRITTEN_OFF, 0L)
                .set(Closing.UNPAID, unpaid)
                .build();
    }

    private List<Row> deductions(int city, List<FormerYear.Insured> own) {
        List<Row> rows = new ArrayList<>();
        for (FormerYear.Insured one : own) {
            if (one.inApril() > 0) {
                rows.add(deduction(city, one));
            }
        }
        rows.add(
                rows.getFirst()
                        .copy()
                        .set(Deduction.PERSON_NO, Planted.nobody(city))
                        .set(Deduction.INSURED_NO, Numbers.insuredNo(8_888_888))
                        .build());
        return rows;
    }

    private Row deduction(int city, FormerYear.Insured one) {
        int p = one.person();
        var pension = Pensions.of(people, p, stage.firstDay());
        return Deduction.LAYOUT
                .row()
                .set(Deduction.PERSON_NO, Numbers.personNo(city, p))
                .set(Deduction.INSURED_NO, Numbers.insuredNo(p))
                .set(Deduction.LEVY_YEAR, stage.year() - 1L)
                .set(Deduction.COLLECTOR, COLLECTOR)
                .set(Deduction.PENSION_NO, Numbers.pensionNo(people.seed(), p))
                .set(Deduction.PENSION_CODE, pension.code())
                .set(Deduction.YEAR_PREMIUM, one.premium())
                .set(Deduction.FEBRUARY, one.february())
                .set(Deduction.PROVISIONAL, one.inApril())
                .set(Deduction.PENSION_YEARLY, pension.annual())
                .build();
    }

    private List<Row> arrears(int city, List<FormerYear.Insured> own) {
        List<Row> rows = new ArrayList<>();
        for (FormerYear.Insured one : own) {
            for (Debt debt : debts.debts(one)) {
                rows.add(arrear(city, one, debt));
            }
        }
        if (!rows.isEmpty()) {
            rows.add(rows.getFirst());
            rows.add(
                    rows.getFirst()
                            .copy()
                            .set(Arrears.PERSON_NO, Planted.nobody(city))
                            .set(Arrears.INSURED_NO, Numbers.insuredNo(8_888_888))
                            .build());
        }
        return rows;
    }

    private Row arrear(int city, FormerYear.Insured one, Debt debt) {
        return Arrears.LAYOUT
                .row()
                .set(Arrears.PERSON_NO, Numbers.personNo(city, one.person()))
                .set(Arrears.INSURED_NO, Numbers.insuredNo(one.person()))
                .set(Arrears.LEVY_YEAR, (long) debt.levyYear())
                .set(Arrears.DECISION_YEAR, (long) debt.levyYear())
                .set(Arrears.ASSESSMENT_NO, assessmentNo(debt.levyYear(), one.person()))
                .set(Arrears.PERIOD, (long) debt.period())
                .set(Arrears.DUE_ON, debt.dueOn())
                .set(Arrears.CHARGED, debt.charged())
                .set(Arrears.RECEIVED, debt.received())
                .set(Arrears.UNPAID, debt.unpaid())
                .set(Arrears.DEMAND_FEE, debt.demandFee())
                .set(Arrears.DEMAND_FEE_PAID, 0L)
                .set(Arrears.LATE_CHARGE_PAID, 0L)
                .set(Arrears.DEMANDED_ON, debt.demandedOn())
                .set(Arrears.LIMITATION_FROM, debt.limitationFrom())
                .set(Arrears.LIMITATION_BY, debt.limitationBy())
                .set(Arrears.LIMITATION_ON, debt.limitationOn())
                .set(Arrears.PROMISED_ON, debt.promisedOn())
                .set(Arrears.LAST_PAID_ON, debt.lastPaidOn())
                .build();
    }

    private List<Row> overpaid(int city, List<FormerYear.Insured> own) {
        List<Row> rows = new ArrayList<>();
        for (FormerYear.Insured one : own) {
            FormerDebts.Overpaid over = debts.overpaid(one);
            if (over != null) {
                rows.add(overpaid(city, one, over));
            }
        }
        return rows;
    }

    private Row overpaid(int city, FormerYear.Insured one, FormerDebts.Overpaid over) {
        int last = stage.year() - 1;
        return Overpaid.LAYOUT
                .row()
                .set(Overpaid.PERSON_NO, Numbers.personNo(city, one.person()))
                .set(Overpaid.INSURED_NO, Numbers.insuredNo(one.person()))
                .set(Overpaid.LEVY_YEAR, (long) last)
                .set(Overpaid.DECISION_YEAR, (long) last)
                .set(Overpaid.ASSESSMENT_NO, assessmentNo(last, one.person()))
                .set(Overpaid.METHOD, one.deducted() ? "1" : "2")
                .set(Overpaid.PERIOD, (long) over.period())
                .set(Overpaid.PAID_ON, over.paidOn())
                .set(Overpaid.AROSE_ON, over.aroseOn())
                .set(Overpaid.REASON, over.reason())
                .set(Overpaid.AMOUNT, over.amount())
                .build();
    }

    private List<Row> registers() {
        List<Row> rows = new ArrayList<>();
        for (FormerYear.Insured one : year.all()) {
            rows.add(register(one));
        }
        rows.add(rows.getFirst());
        return rows;
    }

    private Row register(FormerYear.Insured one) {
        int p = one.person();
        int city = people.city(p);
        NameForms names = people.names(p);
        return Register.LAYOUT
                .row()
                .set(Register.INSURER_NO, stage.unionCode())
                .set(Register.INSURED_NO, Numbers.insuredNo(p))
                .set(Register.MUNICIPALITY_CODE, stage.place().cityCode(city))
                .set(Register.PERSON_NO, Numbers.personNo(city, p))
                .set(Register.NAME, OldCharacters.toOld(names.name()))
                .set(Register.NAME_KANA, names.kana())
                .set(Register.BIRTH_ON, ResidentRows.birth(people, p))
                .set(Register.SEX, Integer.toString(people.sex(p)))
                .set(Register.ACQUIRED_ON, one.acquiredOn())
                .set(Register.ACQUIRED_BY, one.acquiredBy())
                .set(Register.COPAY, copay(one.base()))
                .set(Register.DEPENDANT_FROM, dependantFrom(one))
                .set(Register.LEVY_YEAR, stage.year() - 1L)
                .set(Register.ASSESSMENT_NO, assessmentNo(stage.year() - 1, p))
                .set(Register.ASSESSMENT_VERSION, 1L)
                .set(Register.BASE, one.base())
                .set(Register.MONTHS, (long) one.months())
                .set(Register.PREMIUM, one.premium())
                .build();
    }

    private static String copay(long base) {
        return base >= 1_450_000 ? "3" : base >= 280_000 ? "2" : "1";
    }

    private @Nullable LocalDate dependantFrom(FormerYear.Insured one) {
        return people.traits().formerDependant(one.person()) ? one.acquiredOn() : null;
    }
}
