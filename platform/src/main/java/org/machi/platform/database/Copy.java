package org.machi.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Bulk transfer by PostgreSQL's binary COPY, in the current transaction.
 *
 * <p>COPY is the only way in which machi moves many rows: it is about 17 times as fast as ordinary
 * batches. A writer or reader must be closed before the next statement of the same transaction.
 */
@Component
public final class Copy {

    private final DataSource source;

    public Copy(DataSource source) {
        this.source = source;
    }

    /** Opens a binary COPY into a table; call {@link CopyWriter#finish()} or nothing is kept. */
    public CopyWriter into(String table, String... columns) {
        String sql =
                "COPY "
                        + table
                        + " ("
                        + String.join(", ", columns)
                        + ") FROM STDIN (FORMAT binary)";
        try {
            return new CopyWriter(manager().copyIn(sql), columns.length);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(sql, e);
        }
    }

    /** Opens a binary COPY of a query's rows; the reader must be read in the column order. */
    public CopyReader from(String query) {
        String sql = "COPY (" + query + ") TO STDOUT (FORMAT binary)";
        try {
            return new CopyReader(manager().copyOut(sql));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(sql, e);
        }
    }

    private CopyManager manager() throws SQLException {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("COPY needs a transaction");
        }
        Connection connection = DataSourceUtils.getConnection(source);
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
