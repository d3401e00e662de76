package org.machi.platform.database;

import java.sql.SQLException;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** The way of bytes into a COPY, whatever they mean: taken as a whole, or given up. */
final class CopyStream {

    private final CopyIn copy;

    CopyStream(CopyIn copy) {
        this.copy = copy;
    }

    void write(byte[] bytes, int length) {
        try {
            copy.writeToCopy(bytes, 0, length);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Ends the COPY and returns how many rows the database took. */
    long finish() {
        try {
            return copy.endCopy();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Gives up what was not finished. */
    void close() {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("COPY could not be given up", e);
            }
        }
    }

    private static DataIntegrityViolationException refused(SQLException e) {
        return new DataIntegrityViolationException("COPY was refused: " + e.getMessage(), e);
    }
}
