package org.machi.world.neighbours;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileSummary;
import org.machi.formats.layout.IncomeAnswerFile;
import org.machi.formats.layout.IncomeInquiryFile;
import org.machi.formats.layout.TaxFile;
import org.machi.world.Stage;
import org.machi.world.offices.TaxRows;
import org.machi.world.people.Addresses;
import org.machi.world.people.Dice;
import org.machi.world.people.Income;
import org.machi.world.people.Numbers;
import org.machi.world.people.Population;
import org.machi.world.people.Topic;
import org.machi.world.post.Sending;

/** 他市区町村: answers 所得照会 five to twelve business days later, each inquiry in its own time. */
public final class OtherMunicipalities extends Desk {
    private final TaxRows taxRows;
    private final TreeMap<LocalDate, List<Inquiry>> due = new TreeMap<>();

    /** Who asked whom. */
    private record Inquiry(String city, String asked, Row row) {}

    public OtherMunicipalities(Stage stage) {
        super(stage, "OTHER");
        this.taxRows = new TaxRows(stage);
    }

    @Override
    void read(LocalDate day, Path file) {
        List<Row> asked = new ArrayList<>();
        FileSummary summary = rows(file, asked::add);
        for (Row row : asked) {
            long number = Dice.hash(row.get(IncomeInquiryFile.INQUIRY_NO));
            int wait = Dice.of(stage().seed(), Topic.INCOME_ANSWER, number).between(5, 12);
            due.computeIfAbsent(stage().calendar().after(day, wait), key -> new ArrayList<>())
                    .add(new Inquiry(summary.from(), summary.to(), row));
        }
    }

    @Override
    void answer(LocalDate day, Sending sending) {
        List<Inquiry> today = due.getOrDefault(day, List.of());
        for (int city = 0; city < stage().place().cities(); city++) {
            String to = stage().place().cityCode(city);
            int c = city;
            TreeMap<String, List<Row>> answers = new TreeMap<>();
            today.stream()
                    .filter(inquiry -> inquiry.city.equals(to))
                    .forEach(inquiry ->
                            answers.computeIfAbsent(inquiry.asked, key -> new ArrayList<>())
                                    .add(answer(inquiry.row, c, day)));
            answers.forEach((from, rows) -> sending.sendAs(from, FileKind.INCOME_ANSWER, to, rows));
        }
    }

    private Row answer(Row asked, int city, LocalDate day) {
        long personNo = asked.get(IncomeInquiryFile.PERSON_NO);
        int levyYear = Math.toIntExact(asked.get(IncomeInquiryFile.LEVY_YEAR));
        int p = Numbers.personOf(stage().people(), personNo);
        boolean known =
                p != Population.NONE
                        && stage().people()
                                .names(p)
                                .kana()
                                .equals(asked.get(IncomeInquiryFile.NAME_KANA));
        int shown = p == Population.NONE ? 0 : p;
        Income income =
                known
                        ? stage().life().taxes().of(p, levyYear)
                        : stage().life().taxes().of(shown, levyYear).withDeclared(false);
        Row.Builder row = IncomeAnswerFile.LAYOUT.row();
        TaxRows.Change change = new TaxRows.Change("1", null, known ? "05" : null);
        taxRows.fill(row, shown, city, levyYear, income, change);
        String from = stage().place().outsideCode(Addresses.outside(stage().people(), shown));
        return row.set(IncomeAnswerFile.INQUIRY_NO, asked.get(IncomeInquiryFile.INQUIRY_NO))
                .set(IncomeAnswerFile.ANSWERED_ON, day)
                .set(IncomeAnswerFile.ANSWER, kind(known, income))
                .set(TaxFile.PERSON_NO, personNo)
                .set(TaxFile.MUNICIPALITY_CODE, from)
                .build();
    }

    private static String kind(boolean known, Income income) {
        if (!known) {
            return "4";
        }
        if (!income.declared()) {
            return "3";
        }
        return income.pension() + income.salary() + income.business() + income.rent() > 0
                ? "1"
                : "2";
    }
}
