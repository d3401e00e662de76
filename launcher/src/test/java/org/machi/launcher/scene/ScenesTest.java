package org.machi.launcher.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machi.launcher.FreePorts;
import org.machi.launcher.demo.Demo;
import org.machi.launcher.demo.DemoSettings;
import org.machi.launcher.demo.Offices;
import org.machi.law.parameter.UnionCode;
import org.machi.platform.proof.Requirement;
import org.machi.world.CityInfo;

class ScenesTest {

    @Test
    @Requirement({"F10", "Q04", "Q11", "Q13", "Q18", "I05", "I19", "I23"})
    void every_scene_goes_as_it_says_when_all_are_played_in_one_year(@TempDir Path data)
            throws IOException {
        DemoSettings settings = new DemoSettings(data, 1, 1_000, new UnionCode(27), 2026);
        settings.write();
        List<CityInfo> cities = Demo.world(settings).cities();
        try (Offices offices = Offices.open(settings, cities, FreePorts.three());
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream())) {
            assertThat(new Play(offices, cities, Scenes.ALL, nowhere).run()).isEmpty();
        }
    }

    @Test
    void every_scene_has_a_name_of_its_own() {
        assertThat(Scenes.ALL)
                .extracting(Scene::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }
}
