package org.machi.launcher.scene;

import java.util.List;
import java.util.Optional;

/** Every scene, in the order in which {@code ./machi scene list} tells them. */
final class Scenes {

    static final List<Scene> ALL =
            List.of(
                    new SeventyFive(),
                    new UnknownIncome(),
                    new YoungRelative(),
                    new WrongEvent(),
                    new Protection(),
                    new NonResident(),
                    new FacilityChain(),
                    new Disability(),
                    new ReturnedNotice(),
                    new TransfersOut(),
                    new HighCostCare(),
                    new ImmediateIssue(),
                    new Exchange());

    private Scenes() {}

    static Optional<Scene> find(String name) {
        return ALL.stream().filter(scene -> scene.name().equals(name)).findFirst();
    }
}
