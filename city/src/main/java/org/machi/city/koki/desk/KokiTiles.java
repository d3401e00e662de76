package org.machi.city.koki.desk;

import org.machi.platform.desk.CountedTile;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.Tile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much waits in each work list, on the home page. */
@Configuration(proxyBeanMethods = false)
class KokiTiles {

    @Bean
    HomeTile unmatchedPensions(WorkLists lists) {
        return tile(10, lists, WorkLists.Kind.PENSION);
    }

    @Bean
    HomeTile pulledOutLetters(WorkLists lists) {
        return tile(11, lists, WorkLists.Kind.LETTERS);
    }

    @Bean
    HomeTile unionDifferences(WorkLists lists) {
        return tile(12, lists, WorkLists.Kind.UNION);
    }

    @Bean
    HomeTile rowsSetAside(WorkLists lists) {
        return tile(13, lists, WorkLists.Kind.ROWS);
    }

    @Bean
    HomeTile premiumDifferences(WorkLists lists) {
        return tile(14, lists, WorkLists.Kind.CHECK);
    }

    @Bean
    HomeTile refusedStops(WorkLists lists) {
        return tile(15, lists, WorkLists.Kind.STOPS);
    }

    private static HomeTile tile(int order, WorkLists lists, WorkLists.Kind kind) {
        return new CountedTile(
                order,
                KokiDesk.WORK,
                new Tile(
                        kind.title(),
                        0,
                        "件",
                        kind.text(),
                        "/koki/work/" + kind.code(),
                        Tile.Tone.WARN),
                day -> lists.count(kind, day));
    }
}
