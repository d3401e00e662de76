package org.machi.platform.database;

import java.nio.file.Path;

/**
 * Everything that tells one organisation from another in the same program.
 *
 * @param code 団体コード, 6 digits with check digit
 * @param name the name that people read
 * @param database its own database and roles
 * @param folder its own folder: keys, kept files, seals
 * @param exchange the folder of the file exchange; in/ and out/ lie below {@code <exchange>/<code>}
 * @param port the console's port, 0 for none (headless)
 */
public record OrganisationSettings(
        String code,
        String name,
        Kind kind,
        DatabaseAccess database,
        Path folder,
        Path exchange,
        int port) {

    /** What the organisation is; it decides which application runs for it. */
    public enum Kind {
        CITY,
        UNION
    }

    public boolean web() {
        return port > 0;
    }

    public Path keys() {
        return folder.resolve("keys");
    }

    public Path inbox() {
        return exchange.resolve(code).resolve("in");
    }

    public Path outbox() {
        return exchange.resolve(code).resolve("out");
    }

    public OrganisationSettings withPort(int consolePort) {
        return new OrganisationSettings(code, name, kind, database, folder, exchange, consolePort);
    }
}
