package org.machi.launcher.scene;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.machi.launcher.demo.Consoles;
import org.machi.launcher.demo.DataFolder;
import org.machi.launcher.demo.Demo;
import org.machi.launcher.demo.DemoSettings;
import org.machi.launcher.demo.DemoStaff;
import org.machi.launcher.demo.Offices;
import org.machi.law.parameter.UnionCode;
import org.machi.world.CityInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./machi scene}: stories of the office, played and looked at. */
@Command(
        name = "scene",
        mixinStandardHelpOptions = true,
        description = "plays short stories of the office and opens the consoles on them",
        subcommands = {SceneCommand.ListScenes.class, SceneCommand.RunScene.class},
        synopsisSubcommandLabel = "COMMAND")
public final class SceneCommand {

    /** {@code ./machi scene list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "names every scene")
    static final class ListScenes implements Callable<Integer> {

        @Override
        public Integer call() {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            Scenes.ALL.forEach(scene -> out.printf("%-24s %s%n", scene.name(), scene.title()));
            return 0;
        }
    }

    /** {@code ./machi scene run NAME}. */
    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "plays a scene (or all of them) and opens the consoles")
    static final class RunScene implements Callable<Integer> {

        private static final int SMALLEST_WORLD = 1_000;
        private static final int OSAKA = 27;

        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "NAME", description = "name of the scene, or all")
        private String name = "";

        @Option(names = "--no-serve", description = "ends instead of opening the consoles")
        private boolean noServe;

        @Option(
                names = "--data",
                description = "data folder (default: data/scene below the project's folder)")
        private Path data = DataFolder.standard().resolveSibling("scene");

        @Option(
                names = "--port",
                defaultValue = "8080",
                description =
                        "port of the first console; the others follow (default ${DEFAULT-VALUE})")
        private int port;

        @Override
        public Integer call() throws IOException {
            List<Scene> scenes = scenes();
            Consoles.requireFreePorts(port, spec.commandLine());
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            DataFolder.clear(data);
            DemoSettings settings =
                    new DemoSettings(
                            data.toAbsolutePath(), 1, SMALLEST_WORLD, new UnionCode(OSAKA), 2026);
            settings.write();
            List<CityInfo> cities = Demo.world(settings).cities();
            try (Offices offices = Offices.open(settings, cities, port)) {
                scenes.forEach(scene -> out.println(scene.name() + "  " + scene.title()));
                Play play = new Play(offices, cities, scenes, out);
                List<String> faults = play.run();
                faults.forEach(out::println);
                out.println(faults.isEmpty() ? "場面のとおりになりました" : "場面のとおりになりませんでした");
                if (!noServe) {
                    play.pages();
                    Consoles.announce(offices.all(), out);
                    DemoStaff.announce(out);
                    Consoles.waitForTheEnd(offices::close);
                }
                return faults.isEmpty() ? 0 : 1;
            }
        }

        private List<Scene> scenes() {
            if (name.equals("all")) {
                return Scenes.ALL;
            }
            return List.of(
                    Scenes.find(name)
                            .orElseThrow(() ->
                                    new ParameterException(
                                            spec.commandLine(),
                                            "no scene " + name + "; see ./machi scene list")));
        }
    }
}
