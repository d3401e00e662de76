package org.machi.union.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.law.LevyYear;
import org.machi.law.premium.Assessment;
import org.machi.law.premium.Months;
import org.machi.law.premium.MunicipalShares;
import org.machi.law.premium.MunicipalShares.Share;
import org.machi.law.premium.MunicipalShares.Stay;
import org.machi.union.assessment.Decision.CityShare;

/** 市区町村別保険料: divides a premium between the cities in which the person was insured. */
final class CityShares {

    private CityShares() {}

    /** Empty for the many who stayed in one city. */
    static CityShare[] of(
            LevyYear year, InsuredPeople people, int row, int end, Assessment assessment) {
        boolean moved = false;
        for (int i = row + 1; i < end; i++) {
            moved |= people.city(i) != people.city(row);
        }
        if (!moved) {
            return Decision.whole();
        }
        Map<Integer, Stretch> cities = new LinkedHashMap<>();
        for (int i = row; i < end; i++) {
            // Who comes back stands last again, as the city that takes the rest of the division.
            Stretch earlier = cities.remove(people.city(i));
            Stretch stay = stay(year, people, i, row, end);
            cities.put(people.city(i), earlier == null ? stay : earlier.and(stay));
        }
        List<Stay> stays = new ArrayList<>();
        cities.forEach((city, stay) -> stays.add(new Stay(Integer.toString(city), stay.mask())));
        List<Share> medical = MunicipalShares.divide(assessment.medical().premium(), stays);
        List<Share> child = MunicipalShares.divide(assessment.childPremium(), stays);
        CityShare[] shares = new CityShare[cities.size()];
        int n = 0;
        for (Map.Entry<Integer, Stretch> city : cities.entrySet()) {
            Stretch stay = city.getValue();
            shares[n] =
                    new CityShare(
                            city.getKey(),
                            stay.person(),
                            Integer.bitCount(stay.mask()),
                            stay.movedIn(),
                            stay.movedOut(),
                            medical.get(n).premium(),
                            child.get(n).premium());
            n++;
        }
        return shares;
    }

    /** One city's months with the days of moving in from and out to another city of the union. */
    private record Stretch(
            int person, int mask, @Nullable LocalDate movedIn, @Nullable LocalDate movedOut) {
        Stretch and(Stretch later) {
            return new Stretch(later.person, mask | later.mask, later.movedIn, later.movedOut);
        }
    }

    private static Stretch stay(LevyYear year, InsuredPeople people, int i, int row, int end) {
        LocalDate from = LocalDate.ofEpochDay(people.from(i));
        LocalDate to = InsuredPeople.day(people.to(i));
        boolean movedIn = i > row && people.from(i) == people.to(i - 1);
        boolean movedOut = i + 1 < end && people.from(i + 1) == people.to(i);
        return new Stretch(
                people.person(i),
                Months.levied(year, from, to),
                movedIn ? from : null,
                movedOut ? to : null);
    }
}
