package org.machi.city.koki.desk;

import java.time.LocalDate;
import org.machi.platform.desk.HomeTile;
import org.machi.platform.desk.Tile;
import org.machi.platform.staff.Clerk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much waits in each work list, on the home page. */
@Configuration(proxyBeanMethods = false)
class KokiTiles {

    private record ListTile(int order, WorkLists lists, WorkLists.Kind kind) implements HomeTile {

        @Override
        public String duty() {
            return KokiDesk.WORK;
        }

        @Override
        public Tile count(Clerk clerk, LocalDate businessDate) {
            return new Tile(
                    kind.title,
                    lists.count(kind, businessDate),
                    "件",
                    kind.text,
                    "/koki/work/" + kind.code,
                    Tile.Tone.WARN);
        }
    }

    @Bean
    HomeTile unmatchedPensions(WorkLists lists) {
        return new ListTile(10, lists, WorkLists.Kind.PENSION);
    }

    @Bean
    HomeTile pulledOutLetters(WorkLists lists) {
        return new ListTile(11, lists, WorkLists.Kind.LETTERS);
    }

    @Bean
    HomeTile unionDifferences(WorkLists lists) {
        return new ListTile(12, lists, WorkLists.Kind.UNION);
    }

    @Bean
    HomeTile rowsSetAside(WorkLists lists) {
        return new ListTile(13, lists, WorkLists.Kind.ROWS);
    }
}
