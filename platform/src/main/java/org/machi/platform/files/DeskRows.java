package org.machi.platform.files;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileSummary;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.Copy;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A row that somebody typed instead of sending it in a file: it goes through the same handler, in
 * the transaction of the page. It stands under no file ({@link #NO_FILE}).
 */
@Component
public class DeskRows {

    /** File number of what came by no file. */
    public static final long NO_FILE = 0;

    private final JdbcClient db;
    private final Copy copy;
    private final Vault vault;
    private final OrganisationSettings settings;
    private final Map<FileKind, FileHandler> handlers = new EnumMap<>(FileKind.class);

    DeskRows(
            JdbcClient db,
            Copy copy,
            Vault vault,
            OrganisationSettings settings,
            List<FileHandler> handlers) {
        this.db = db;
        this.copy = copy;
        this.vault = vault;
        this.settings = settings;
        handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
    }

    /**
     * Who typed a row, for whom and when.
     *
     * @param from code of the organisation whose row it is
     */
    public record Origin(String from, LocalDate day, Actor actor) {}

    /**
     * Hands a row of a kind to its handler.
     *
     * @return false when the handler set it aside; the caller then undoes everything
     */
    public boolean take(FileKind kind, Row row, Origin origin) {
        FileHandler handler = handlers.get(kind);
        if (handler == null) {
            throw new IllegalArgumentException("nobody takes " + kind);
        }
        try (Staging staging = new Staging(kind, 1, db, copy, vault.stage(NO_FILE))) {
            staging.add(row);
            staging.finish();
        }
        FileHeader header = FileHeader.of(kind, origin.from(), settings.code(), 1, origin.day());
        IncomingFile file =
                new IncomingFile(
                        NO_FILE,
                        new FileSummary(header, 1, 0, 0),
                        origin.day(),
                        origin.actor(),
                        db,
                        copy);
        handler.apply(file);
        db.sql("DROP TABLE " + IncomingFile.TABLE).update();
        return file.rowsSetAside() == 0;
    }
}
