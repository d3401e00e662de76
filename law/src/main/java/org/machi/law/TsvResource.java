package org.machi.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the module's own tables: UTF-8, cells between tabs, one heading line, lines that begin with
 * # are remarks.
 */
public final class TsvResource {
    private TsvResource() {}

    /** The data lines of a table beside this class, each with exactly {@code columns} cells. */
    public static List<String[]> read(String path, int columns) {
        List<String[]> lines = new ArrayList<>();
        try (InputStream stream = TsvResource.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new LawException("表がありません: " + path);
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            boolean heading = true;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (heading) {
                    heading = false;
                    continue;
                }
                lines.add(cells(path, line, columns));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
        return lines;
    }

    private static String[] cells(String path, String line, int columns) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns) {
            throw new LawException(path + " の列数が違います(" + cells.length + "): " + line);
        }
        return cells;
    }
}
