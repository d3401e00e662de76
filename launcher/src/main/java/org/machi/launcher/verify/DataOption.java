package org.machi.launcher.verify;

import java.nio.file.Path;
import org.machi.launcher.demo.DataFolder;
import org.machi.launcher.demo.DemoSettings;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that names the data folder of a demo that must exist. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder (default: data/demo below the project's folder)")
    private Path data = DataFolder.standard();

    /** The folder; one clear line when no demo is there. */
    public Path existing(CommandLine command) {
        if (!DemoSettings.existIn(data)) {
            throw new ParameterException(
                    command, "no demo in " + data + "; make one with ./machi demo");
        }
        return data.toAbsolutePath();
    }
}
