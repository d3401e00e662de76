package org.machi.world;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.world.events.Life;
import org.machi.world.events.ResidentEvent;
import org.machi.world.events.Sink;
import org.machi.world.events.TaxEvent;
import org.machi.world.offices.Register;
import org.machi.world.offices.TaxOffice;
import org.machi.world.people.Place;
import org.machi.world.people.PopulationMaker;
import org.machi.world.post.SentFile;

/**
 * One city as large as the whole demo world, for measurements: the full lists of its residents and
 * of their incomes, then as many events as are asked for as the files of a single day.
 */
public final class OneCity {

    private static final int CITY = 0;

    private final Stage stage;
    private final Register register;
    private final TaxOffice tax;

    private OneCity(WorldSettings settings) {
        Place place = new Place(settings.seed(), settings.prefecture());
        LocalDate firstDay = LocalDate.of(settings.year(), 4, 1);
        this.stage =
                new Stage(
                        settings.dataFolder(),
                        place,
                        settings.year(),
                        settings.unionCode(),
                        settings.calendar(),
                        new Life(
                                PopulationMaker.makeOneCity(place, firstDay, settings.residents()),
                                settings.calendar()),
                        _ -> {});
        this.register = new Register(stage);
        this.tax = new TaxOffice(stage);
    }

    public static OneCity open(WorldSettings settings) {
        return new OneCity(settings);
    }

    public String code() {
        return stage.place().cityCode(CITY);
    }

    public String name() {
        return stage.place().cityName(CITY);
    }

    /** Where its files lie. */
    public Path inbox() {
        return stage.data().resolve("exchange").resolve(code()).resolve("in");
    }

    /** The last business day before 1 April. */
    public LocalDate firstDay() {
        return stage.calendar().previous(stage.firstDay());
    }

    /** Sends JUKI_ALL, NONRES and TAX_ALL of the last levy year. */
    public void sendAll() {
        register.sendAllTo(CITY, firstDay());
        tax.sendLastYearTo(CITY, firstDay());
    }

    /**
     * Lets days pass until so many events of residents were told, and sends all of them as the
     * files of the last of these days.
     *
     * @return that day and the number of rows in its files
     */
    public DayReport sendEvents(int atLeast) {
        register.newDay();
        tax.newDay();
        int[] told = new int[1];
        Sink sink =
                new Sink() {
                    @Override
                    public void resident(ResidentEvent event) {
                        if (event.city() == CITY && told[0] < atLeast) {
                            register.hear(event);
                            told[0]++;
                        }
                    }

                    @Override
                    public void tax(TaxEvent event) {
                        if (event.city() == CITY) {
                            tax.hear(stage.life().next(), event);
                        }
                    }
                };
        LocalDate day = stage.life().next();
        while (told[0] < atLeast) {
            day = stage.life().next();
            stage.life().playTo(day, sink);
        }
        List<SentFile> sent = new ArrayList<>(register.sendDay(day));
        sent.addAll(tax.sendDay(day));
        return new DayReport(day, sent);
    }
}
