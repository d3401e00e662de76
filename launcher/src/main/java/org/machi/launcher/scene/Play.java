package org.machi.launcher.scene;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.machi.city.CityOffice;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.TaxFile;
import org.machi.launcher.demo.Carrier;
import org.machi.launcher.demo.Offices;
import org.machi.law.BusinessCalendar;
import org.machi.platform.Organisation;
import org.machi.world.CityInfo;

/** Plays scenes over the offices, business day by business day, in one calendar. */
final class Play {

    /** The tax office's full list of a year comes in June. */
    private static final LocalDate TAX_DAY = LocalDate.of(2026, 6, 10);

    private final Offices offices;
    private final PrintStream out;
    private final Carrier carrier;
    private final Clerks clerks = new Clerks();
    private final Stage stage;
    private final Map<String, Script> scripts = new TreeMap<>();

    Play(Offices offices, List<CityInfo> cities, List<Scene> scenes, PrintStream out) {
        this.offices = offices;
        this.out = out;
        Path exchange = offices.union().organisation().settings().exchange();
        Set<String> codes =
                offices.all().stream()
                        .map(organisation -> organisation.settings().code())
                        .collect(Collectors.toSet());
        carrier = new Carrier(exchange, codes);
        stage = new Stage(offices, exchange, clerks);
        for (Scene scene : scenes) {
            Script script = new Script(cities, Scenes.ALL.indexOf(scene));
            scene.write(script);
            scripts.put(scene.name(), script);
        }
    }

    /**
     * Plays every business day until the last act.
     *
     * @return what was not as the scenes say; empty when all was
     */
    List<String> run() {
        LocalDate last =
                scripts.values().stream()
                        .flatMap(script -> script.acts().stream())
                        .map(Script.Act::day)
                        .max(LocalDate::compareTo)
                        .orElse(Script.FIRST_DAY);
        BusinessCalendar.standard().businessDays(Script.FIRST_DAY, last).forEach(this::play);
        return stage.faults();
    }

    /** Prints the pages that are worth a look. */
    void pages() {
        for (Script script : scripts.values()) {
            for (Script.Look look : script.looks()) {
                Organisation at = look.at().apply(stage);
                out.printf(
                        "  http://localhost:%d%s  %s　%s%n",
                        at.settings().port(),
                        look.path().apply(stage),
                        at.settings().name(),
                        look.what());
            }
        }
    }

    private void play(LocalDate day) {
        clerks.goHome();
        stage.turnTo(day, "");
        lists(day);
        acts(day, Script.Turn.MORNING);
        offices.cities().forEach(city -> city.runMorning(day));
        acts(day, Script.Turn.COUNTER);
        carryFromCities();
        offices.union().runDay(day);
        carrier.carry(offices.union().organisation());
        for (CityOffice city : offices.cities()) {
            city.runMidday(day);
            city.runAfternoon(day);
        }
        carryFromCities();
        acts(day, Script.Turn.EVENING);
    }

    private void carryFromCities() {
        offices.cities().forEach(city -> carrier.carry(city.organisation()));
    }

    /** Full lists: residents and last year's taxes on the first day, this year's in June. */
    private void lists(LocalDate day) {
        for (int city = 0; city < offices.cities().size(); city++) {
            int number = city;
            if (day.equals(Script.FIRST_DAY)) {
                List<Row> rows =
                        scripts.values().stream()
                                .flatMap(script -> script.residents().stream())
                                .filter(resident -> resident.city() == number)
                                .map(Resident::row)
                                .toList();
                stage.send(FileKind.JUKI_ALL, "JUKI", stage.city(number), rows);
                taxes(number, 2025);
            } else if (day.equals(TAX_DAY)) {
                taxes(number, 2026);
            }
        }
    }

    private void taxes(int city, long levyYear) {
        List<Row> rows = new ArrayList<>();
        String code = stage.city(city).settings().code();
        for (Script script : scripts.values()) {
            script.taxes().stream()
                    .filter(row -> row.get(TaxFile.LEVY_YEAR) == levyYear)
                    .filter(row -> row.get(TaxFile.HOME_CODE).equals(code))
                    .forEach(rows::add);
        }
        if (!rows.isEmpty()) {
            stage.send(FileKind.TAX_ALL, "TAX", stage.city(city), rows);
        }
    }

    private void acts(LocalDate day, Script.Turn turn) {
        scripts.forEach((name, script) ->
                script.acts().stream()
                        .filter(act -> act.day().equals(day) && act.turn() == turn)
                        .forEach(act -> {
                            stage.turnTo(day, name);
                            int before = stage.faults().size();
                            act.deed().accept(stage);
                            boolean well = stage.faults().size() == before;
                            out.printf("  %s  %s %s%n", day, well ? " " : "×", act.what());
                        }));
    }
}
