package org.machi.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.machi.city.CityOffice;
import org.machi.platform.database.OrganisationSettings;

/**
 * Whether each insured person's periods are the same in the cities and in the union, and whether
 * the shares of those who moved between the cities add up.
 */
final class Timelines {

    private Timelines() {}

    static List<String> differences(Offices offices) {
        List<String> found = new ArrayList<>();
        for (CityOffice city : offices.cities()) {
            OrganisationSettings settings = city.organisation().settings();
            Set<String> here = city.timelines();
            Set<String> there = offices.union().timelines(settings.code());
            without(there, here).forEach(line -> found.add(settings.name() + "にない資格の期間: " + line));
            without(here, there)
                    .forEach(line -> found.add("広域連合にない" + settings.name() + "の資格の期間: " + line));
        }
        offices.union().unevenShares().forEach(line -> found.add("市区町村別保険料の合計が保険料と違います: " + line));
        return found;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
