package org.machi.city;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The features of the city use each other only through what they open, and in no circle. */
class ModulesTest {

    @Test
    void features_keep_their_borders_and_are_drawn() {
        ApplicationModules modules = ApplicationModules.of("org.machi.city");
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml().writeModuleCanvases();
    }
}
