package org.machi.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.machi.city.CityOffice;
import org.machi.platform.database.OrganisationSettings;
import org.machi.union.UnionOffice;

/**
 * Whether each insured person's periods and unpaid premiums are the same in the cities and in the
 * union, and whether the shares of those who moved between the cities add up.
 */
final class BothSides {

    private BothSides() {}

    static List<String> differences(Offices offices) {
        List<String> found = new ArrayList<>();
        for (CityOffice city : offices.cities()) {
            OrganisationSettings settings = city.organisation().settings();
            UnionOffice union = offices.union();
            found.addAll(
                    compared(
                            settings.name(),
                            "資格の期間",
                            city.timelines(),
                            union.timelines(settings.code())));
            union.lastArrears(settings.code())
                    .ifPresent(report ->
                            found.addAll(
                                    compared(
                                            settings.name(),
                                            "未納の保険料",
                                            city.unpaid(report),
                                            union.unpaid(settings.code()))));
        }
        offices.union().unevenShares().forEach(line -> found.add("市区町村別保険料の合計が保険料と違います: " + line));
        return found;
    }

    private static List<String> compared(
            String city, String what, Set<String> here, Set<String> there) {
        List<String> found = new ArrayList<>();
        without(there, here).forEach(line -> found.add(city + "にない" + what + ": " + line));
        without(here, there)
                .forEach(line -> found.add("広域連合にない" + city + "の" + what + ": " + line));
        return found;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
