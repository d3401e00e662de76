package org.machi.union;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class UnionModulesTest {

    @Test
    void features_use_each_other_only_through_their_public_faces() {
        ApplicationModules modules = ApplicationModules.of(UnionApplication.class);
        modules.verify();
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml()
                .writeModuleCanvases();
    }
}
