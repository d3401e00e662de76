package org.machi.union.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.machi.law.premium.Assessment;
import org.machi.law.premium.PartAssessment;
import org.machi.law.premium.SegmentAmounts;

/**
 * 賦課情報 has room for two 賦課期日 (items 37–45 and 46–54 of seed 004's record). Of more, the last stands
 * in the second place and all before it are added up in the first: their months and what the months
 * leave are sums, its class and yearly amount are those of the dearest of them, so that the items
 * of the record still add up to the premium. The premium itself is decided with every 賦課期日.
 */
final class RecordSegments {

    /** 賦課期日 of one record. */
    private static final int ROOM = 2;

    private RecordSegments() {}

    /** The segments of a part as the record tells them: one or two. */
    static List<SegmentAmounts> of(PartAssessment part) {
        List<SegmentAmounts> all = part.segments();
        if (all.size() <= ROOM) {
            return all;
        }
        List<SegmentAmounts> paid =
                all.stream().filter(segment -> segment.monthMask() != 0).toList();
        if (paid.size() <= ROOM) {
            return paid.isEmpty() ? all.subList(0, 1) : paid;
        }
        return List.of(sum(paid.subList(0, paid.size() - 1)), paid.getLast());
    }

    /**
     * Whether the record can't tell everything: what is added up in its first place differed in
     * more than the day.
     */
    static boolean loses(Assessment assessment) {
        List<SegmentAmounts> paid = new ArrayList<>(assessment.medical().segments());
        paid.removeIf(segment -> segment.monthMask() == 0);
        return paid.size() > ROOM
                && paid.subList(0, paid.size() - 1).stream()
                        .anyMatch(segment ->
                                segment.reduction() != paid.getFirst().reduction()
                                        || segment.special() != paid.getFirst().special());
    }

    private static SegmentAmounts sum(List<SegmentAmounts> segments) {
        SegmentAmounts dearest =
                segments.stream()
                        .max(Comparator.comparingLong(SegmentAmounts::annual))
                        .orElseThrow();
        int months = 0;
        long left = 0;
        for (SegmentAmounts segment : segments) {
            months |= segment.monthMask();
            left += segment.prorated();
        }
        return new SegmentAmounts(
                segments.getFirst().levyDate(),
                dearest.reduction(),
                dearest.special(),
                dearest.perCapitaReduction(),
                dearest.capExcess(),
                dearest.annual(),
                months,
                dearest.annual() - left);
    }
}
