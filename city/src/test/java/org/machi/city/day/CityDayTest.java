package org.machi.city.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.Party;
import org.machi.platform.files.Intake;

class CityDayTest {

    @Test
    void every_kind_of_file_that_a_city_can_get_has_a_handler_and_its_place_in_the_day() {
        try (CityScene city = new CityScene()) {
            assertThat(city.get(Intake.class).kinds())
                    .containsExactlyInAnyOrderElementsOf(CityDay.kinds());
        }
        assertThat(CityDay.kinds())
                .containsAll(
                        Arrays.stream(FileKind.values())
                                .filter(kind -> kind.receiver() == Party.CITY)
                                .toList())
                .as("another city asks too")
                .contains(FileKind.INCOME_ASK);
    }
}
