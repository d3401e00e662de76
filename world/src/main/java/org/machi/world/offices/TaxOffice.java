package org.machi.world.offices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.TaxFile;
import org.machi.world.Stage;
import org.machi.world.events.TaxEvent;
import org.machi.world.people.Population;
import org.machi.world.post.Post;
import org.machi.world.post.Sending;
import org.machi.world.post.SentFile;

/**
 * 税担当: everyone's incomes of a levy year in June (TAX_ALL), corrections each business day
 * (TAX_DIFF).
 */
public final class TaxOffice {
    private static final int TAX_AGE = 16;
    private static final int JUNE_FILE = 10;

    private final Stage stage;
    private final Post post;
    private final TaxRows rows;
    private final List<List<Row>> today = List.of(new ArrayList<>(), new ArrayList<>());

    public TaxOffice(Stage stage) {
        this.stage = stage;
        this.post = new Post(stage.data(), "TAX", stage.progress());
        this.rows = new TaxRows(stage);
    }

    /** Sends last year's incomes before the first day. */
    public List<SentFile> sendLastYear(LocalDate day) {
        return post.sentOn(day)
                .orElseGet(() -> {
                    Sending sending = post.sendingOn(day);
                    sendAll(sending, stage.year() - 1);
                    return sending.complete();
                });
    }

    /** The same for one city alone. */
    public List<SentFile> sendLastYearTo(int city, LocalDate day) {
        Sending sending = post.sendingOn(day);
        sendAll(sending, city, stage.year() - 1);
        return sending.complete();
    }

    private void sendAll(Sending sending, int levyYear) {
        for (int city = 0; city < stage.place().cities(); city++) {
            sendAll(sending, city, levyYear);
        }
    }

    private void sendAll(Sending sending, int city, int levyYear) {
        sending.send(
                FileKind.TAX_ALL,
                stage.place().cityCode(city),
                levyYear,
                null,
                file -> {
                    for (Row row : planted(city, levyYear)) {
                        file.write(row);
                    }
                    Population people = stage.people();
                    LocalDate newYear = LocalDate.of(levyYear, 1, 1);
                    for (int p = 0; p < people.size(); p++) {
                        if (people.taxedBy(p) == city && people.age(p, newYear) >= TAX_AGE) {
                            file.write(first(p, city, levyYear));
                        }
                    }
                });
    }

    private Row first(int p, int city, int levyYear) {
        return rows.row(
                p, city, levyYear, stage.life().taxes().of(p, levyYear), TaxRows.Change.FIRST);
    }

    /** Rows that the city can't take: someone nobody knows and a code that doesn't exist. */
    private List<Row> planted(int city, int levyYear) {
        int p = firstTaxed(city);
        Row good = first(p, city, levyYear);
        Row unknown = good.copy().set(TaxFile.PERSON_NO, Planted.nobody(city)).build();
        return List.of(unknown, Planted.withText(good, TaxFile.TAXED, "7"));
    }

    private int firstTaxed(int city) {
        Population people = stage.people();
        int p = 0;
        while (people.taxedBy(p) != city || people.age(p, people.base()) < 20) {
            p++;
        }
        return p;
    }

    public void newDay() {
        today.forEach(List::clear);
    }

    public void hear(LocalDate day, TaxEvent e) {
        TaxRows.Change change = new TaxRows.Change("2", day, e.reason());
        today.get(e.city()).add(rows.row(e.person(), e.city(), e.levyYear(), e.income(), change));
    }

    public List<SentFile> sendDay(LocalDate day) {
        return post.sentOn(day).orElseGet(() -> writeDay(day));
    }

    private List<SentFile> writeDay(LocalDate day) {
        Sending sending = post.sendingOn(day);
        boolean june = day.getMonthValue() == 6 && day.getYear() == stage.year();
        if (june && stage.isOnOrAfter(day, JUNE_FILE)) {
            sendAll(sending, stage.year());
        }
        for (int city = 0; city < today.size(); city++) {
            sending.send(FileKind.TAX_DIFF, stage.place().cityCode(city), today.get(city));
        }
        return sending.complete();
    }
}
