package org.machi.launcher.demo;

import java.time.LocalDate;
import java.util.List;
import org.machi.platform.line.Schedules.Rhythm;
import org.machi.union.deliveries.DeliveryDefinitions;
import org.machi.union.deliveries.DeliveryDefinitions.Content;
import org.machi.union.deliveries.DeliveryDefinitions.Timing;
import org.machi.union.deliveries.DeliverySource;
import org.machi.union.deliveries.SourceItem;

/** What the demo's union distributes to its cities besides the files of the day. */
final class DemoDeliveries {

    private static final int KEPT = 60;
    private static final int LONG_KEPT = 366;
    private static final int JUNE = 6;

    private DemoDeliveries() {}

    /** Enters the definitions once; a second call changes nothing. */
    static void enter(DeliveryDefinitions definitions, LocalDate since, String basis) {
        if (!definitions.all().isEmpty()) {
            return;
        }
        Timing first = new Timing(Rhythm.BUSINESS_DAY, 1, 0, KEPT);
        Timing last = new Timing(Rhythm.MONTH_END, 0, 0, KEPT);
        Timing closed = new Timing(Rhythm.BUSINESS_DAY, 1, JUNE, LONG_KEPT);
        enter(definitions, of("AGE75", "年齢到達予定者一覧（翌月）", DeliverySource.AGES, basis), first, since);
        enter(definitions, of("CARD", "証の発行状況一覧", DeliverySource.CARDS, basis), last, since);
        enter(
                definitions,
                of("PAY", "給付の支給決定・口座振込一覧", DeliverySource.BENEFITS, basis),
                last,
                since);
        enter(definitions, of("BOOKM", "決算情報（月次）", DeliverySource.MONTH_BOOK, basis), last, since);
        enter(
                definitions,
                of("BOOKY", "決算情報（本決算）", DeliverySource.MONTH_BOOK, basis),
                closed,
                since);
        enter(definitions, of("CARRY", "決算情報（滞納繰越）", DeliverySource.CARRIED, basis), closed, since);
    }

    private static Content of(String code, String name, DeliverySource source, String basis) {
        return new Content(
                code,
                name,
                source,
                source.items().stream().map(SourceItem::name).toList(),
                List.of(),
                basis);
    }

    private static void enter(
            DeliveryDefinitions definitions, Content content, Timing timing, LocalDate since) {
        definitions.begin(content, timing, since, "demo");
    }
}
