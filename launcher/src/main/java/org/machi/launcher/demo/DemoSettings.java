package org.machi.launcher.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.machi.formats.number.InsurerNumber;
import org.machi.law.LawException;
import org.machi.law.parameter.UnionCode;
import org.machi.platform.database.CannotStart;

/**
 * What makes a demo. It is kept in its data folder, so that a second start goes on with the same
 * world.
 *
 * @param data the folder that holds everything
 * @param seed decides people, events and behaviour
 * @param residents residents of both cities together
 * @param year fiscal year that is played, Gregorian year of its April
 */
public record DemoSettings(Path data, long seed, int residents, UnionCode union, int year) {

    private static final String FILE = "demo.properties";
    private static final String WHOLE_PREFECTURE = "000";

    /** 後期保険者番号 of the union, which is also its code in files. */
    public String unionCode() {
        return InsurerNumber.of(union.code(), WHOLE_PREFECTURE).text();
    }

    /** Whether the folder holds a demo already. */
    public static boolean existIn(Path data) {
        return Files.exists(file(data));
    }

    static Path file(Path data) {
        return data.resolve(FILE);
    }

    public static DemoSettings read(Path data) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve(FILE))) {
            properties.load(reader);
        }
        try {
            return new DemoSettings(
                    data,
                    Long.parseLong(properties.getProperty("seed", "")),
                    Integer.parseInt(properties.getProperty("residents", "")),
                    UnionCode.of(properties.getProperty("union", "")),
                    Integer.parseInt(properties.getProperty("year", "")));
        } catch (NumberFormatException | LawException damaged) {
            throw new CannotStart(
                    file(data)
                            + " is damaged; begin anew with --fresh or choose another folder with --data",
                    damaged);
        }
    }

    public void write() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("seed", Long.toString(seed));
        properties.setProperty("residents", Integer.toString(residents));
        properties.setProperty("union", union.code());
        properties.setProperty("year", Integer.toString(year));
        Files.createDirectories(data);
        try (Writer writer = Files.newBufferedWriter(data.resolve(FILE))) {
            properties.store(writer, "machi demo");
        }
    }
}
