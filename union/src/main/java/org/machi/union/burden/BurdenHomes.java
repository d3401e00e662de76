package org.machi.union.burden;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.machi.law.burden.BurdenIncome;
import org.machi.law.burden.BurdenShare;
import org.machi.law.burden.BurdenShare.Person;
import org.machi.law.premium.TaxFacts;
import org.machi.platform.database.CopyReader;
import org.machi.union.register.TaxColumns;

/** Reads the facts home by home and judges each home as it ends. */
final class BurdenHomes {

    private static final LocalDate UNKNOWN_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int CHILD = 16;
    private static final int NO_HOME = Integer.MIN_VALUE;

    private final BurdenShare rule;
    private final BurdenIncome income;
    private final int levyYear;
    private final List<News> news = new ArrayList<>();

    private final List<String> numbers = new ArrayList<>();
    private final List<Person> insured = new ArrayList<>();
    private final List<String> certified = new ArrayList<>();
    private @Nullable Long applied;
    private int home = NO_HOME;
    private long revenue70;
    private boolean unknown;
    private boolean undeclared;
    private boolean young;
    private LocalDate day = UNKNOWN_BIRTH;
    private int under16;
    private int from16;
    private boolean childUnknown;
    private boolean childNote;
    private long forChildren;

    BurdenHomes(BurdenShare rule, BurdenIncome income, int levyYear) {
        this.rule = rule;
        this.income = income;
        this.levyYear = levyYear;
    }

    /**
     * What is judged of one insured person.
     *
     * @param onDay the day as of which the home is looked at
     * @param share null when an income of the home is not known
     */
    record News(
            String insuredNo,
            LocalDate onDay,
            @Nullable String share,
            String facts,
            @Nullable String note) {}

    List<News> read(CopyReader reader) {
        TaxFacts tax = new TaxFacts();
        try (reader) {
            while (reader.next()) {
                take(reader, tax);
            }
        }
        judge();
        return news;
    }

    private void take(CopyReader row, TaxFacts tax) {
        int rowsHome = row.getInt();
        if (rowsHome != home) {
            judge();
            home = rowsHome;
        }
        String insuredNo = row.getText();
        String role = row.getText();
        day = row.getDate();
        @Nullable LocalDate born = row.getDateOrNull();
        young = row.getBoolean();
        boolean known = row.getBoolean();
        boolean given = row.getBoolean();
        long taxable = row.getLongOr(-1);
        long revenue = row.getLongOr(-1);
        @Nullable String share = row.getTextOrNull();
        TaxColumns.read(row, tax);
        boolean usable =
                known
                        && taxable >= 0
                        && (given || tax.declaration() != TaxFacts.Declaration.INQUIRING);
        switch (role) {
            case BurdenFacts.CHILD -> child(known, born, tax);
            case BurdenFacts.MEMBER ->
                    revenue70 += usable ? BurdenIncome.revenue(tax) : BurdenIncome.UNKNOWN_REVENUE;
            default -> {
                numbers.add(insuredNo);
                certified.add(share == null ? "" : share);
                if (revenue >= 0) {
                    applied = revenue;
                }
                unknown |= !usable;
                undeclared |= known && tax.declaration() == TaxFacts.Declaration.UNDECLARED;
                insured.add(
                        income.of(
                                tax,
                                ownTaxable(Math.max(0, taxable), given),
                                born == null ? UNKNOWN_BIRTH : born,
                                day));
            }
        }
    }

    /** A member below 19 of the home of the insured who comes next. */
    private void child(boolean known, @Nullable LocalDate born, TaxFacts tax) {
        if (!known || born == null) {
            childUnknown = true;
        } else if (income.isSmall(tax, day)) {
            if (born.isAfter(LocalDate.of(levyYear - CHILD, Month.JANUARY, 1))) {
                under16++;
            } else {
                from16++;
            }
        }
    }

    /**
     * 課税所得 without what the head takes off for children; what the city gives has it off already.
     */
    private long ownTaxable(long taxable, boolean given) {
        long own = given ? taxable : rule.taxable(taxable, true, under16, from16, day);
        forChildren += taxable - own;
        childNote |= childUnknown && !given;
        under16 = 0;
        from16 = 0;
        childUnknown = false;
        return own;
    }

    private void judge() {
        if (!insured.isEmpty()) {
            apply();
            String facts = BurdenText.of(insured, revenue70, forChildren);
            String share =
                    unknown ? null : Integer.toString(rule.of(insured, revenue70, day).tenths());
            for (int i = 0; i < numbers.size(); i++) {
                String own =
                        share == null && !certified.get(i).isEmpty() ? certified.get(i) : share;
                news.add(new News(numbers.get(i), day, own, facts, note(share, own)));
            }
        }
        numbers.clear();
        certified.clear();
        applied = null;
        insured.clear();
        revenue70 = 0;
        forChildren = 0;
        unknown = false;
        undeclared = false;
        childNote = false;
        young = false;
    }

    /** 基準収入額適用: the revenue that the home proved stands for that of its insured. */
    private void apply() {
        Long revenue = applied;
        if (revenue != null) {
            for (int i = 0; i < insured.size(); i++) {
                Person p = insured.get(i);
                insured.set(
                        i,
                        new Person(
                                p.birth(),
                                p.taxable(),
                                p.base(),
                                i == 0 ? revenue : 0,
                                p.pensionAndOthers()));
            }
        }
    }

    /** What a clerk has to see to. */
    private @Nullable String note(@Nullable String share, @Nullable String own) {
        StringJoiner note = new StringJoiner("、");
        if (share == null) {
            note.add(own == null ? "世帯の被保険者の所得が分からない" : "転入前の負担区分等証明書による（所得が分かるまで）");
        }
        if (undeclared) {
            note.add("未申告の被保険者がいる（簡易申告の勧奨）");
        }
        if ("3".equals(share)
                && insured.stream().anyMatch(p -> p.revenue() >= BurdenIncome.UNKNOWN_REVENUE)) {
            note.add("収入が分からない（基準収入額適用申請の勧奨）");
        }
        if (childNote && !"1".equals(share)) {
            note.add("19歳未満の世帯員の所得が分からない（世帯主の課税所得の控除の確認）");
        }
        if (young && !"1".equals(share)) {
            note.add("前年12月31日の世帯が分からない19歳未満の世帯員がいる（世帯主の課税所得の控除の確認）");
        }
        return note.length() == 0 ? null : note.toString();
    }
}
