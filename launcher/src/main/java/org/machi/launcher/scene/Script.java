package org.machi.launcher.scene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.machi.formats.column.Row;
import org.machi.platform.Organisation;
import org.machi.world.CityInfo;

/** What a scene wants: its people, and what happens on which day. */
public final class Script {

    /** The last business day of March: the offices begin with the full lists. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 31);

    /** People of one scene at most; each scene has its own block of numbers. */
    private static final int BLOCK = 1_000;

    private static final long NUMBERS = 7_000_000_000L;

    private final List<CityInfo> cities;
    private final long firstNumber;
    private final List<Resident> residents = new ArrayList<>();
    private final List<Row> taxes = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private long people;

    Script(List<CityInfo> cities, int scene) {
        this.cities = cities;
        this.firstNumber = NUMBERS + (long) scene * BLOCK;
    }

    /** At which point of a business day something happens. */
    enum Turn {
        /** Other offices put their files into the inboxes. */
        MORNING,
        /** The city has taken its files; people come to the counter. */
        COUNTER,
        /** Every office has worked and what it wrote was carried. */
        EVENING
    }

    record Act(LocalDate day, Turn turn, String what, Consumer<Stage> deed) {}

    /** A page that is worth a look when the scene is over. */
    record Look(Function<Stage, Organisation> at, Function<Stage, String> path, String what) {}

    /** Somebody who has lived in a city since long ago and stands in its full list. */
    public Resident resident(int city, Resident.Who who) {
        Resident resident = newcomer(city, who);
        residents.add(resident);
        return resident;
    }

    /** Somebody whom a city will hear of later. */
    public Resident newcomer(int city, Resident.Who who) {
        CityInfo home = cities.get(city);
        return new Resident(city, home.code(), home.name(), number(), who);
    }

    /** Another 宛名番号 (or 世帯番号) of this scene, which nobody else has. */
    public long number() {
        return firstNumber + ++people;
    }

    /** 全国地方公共団体コード of a city. */
    public String code(int city) {
        return cities.get(city).code();
    }

    /** A row of the tax office's full list of June (or, for 2025, of the first day). */
    public void tax(Row row) {
        taxes.add(row);
    }

    /** Before the office opens: files of others. */
    public void morning(String day, String what, Consumer<Stage> deed) {
        act(day, Turn.MORNING, what, deed);
    }

    /** While the counter is open. */
    public void counter(String day, String what, Consumer<Stage> deed) {
        act(day, Turn.COUNTER, what, deed);
    }

    /** When every office has worked and the line has carried their files. */
    public void evening(String day, String what, Consumer<Stage> deed) {
        act(day, Turn.EVENING, what, deed);
    }

    /** A page of a city to look at when all is over. */
    public void look(int city, String path, String what) {
        looks.add(new Look(stage -> stage.city(city), _ -> path, what));
    }

    /** A page of the union to look at when all is over. */
    public void lookAtUnion(Function<Stage, String> path, String what) {
        looks.add(new Look(Stage::union, path, what));
    }

    private void act(String day, Turn turn, String what, Consumer<Stage> deed) {
        LocalDate date = LocalDate.parse(day);
        if (date.isBefore(FIRST_DAY)) {
            throw new IllegalArgumentException(day + " is before the first day");
        }
        acts.add(new Act(date, turn, what, deed));
    }

    List<Resident> residents() {
        return residents;
    }

    List<Row> taxes() {
        return taxes;
    }

    List<Act> acts() {
        return acts;
    }

    List<Look> looks() {
        return looks;
    }
}
