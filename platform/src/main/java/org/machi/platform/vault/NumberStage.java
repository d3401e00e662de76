package org.machi.platform.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.machi.platform.database.Copy;
import org.machi.platform.database.CopyWriter;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Brings the numbers of a file, encrypted, to the vault's entrance on a connection of its own,
 * while the file's other values go elsewhere. Nothing is opened before the first number comes.
 */
public final class NumberStage implements AutoCloseable {

    private final DataSource source;
    private final NumberKeys keys;
    private final long fileId;
    private @Nullable Connection connection;
    private @Nullable CopyWriter writer;

    NumberStage(DataSource source, NumberKeys keys, long fileId) {
        this.source = source;
        this.keys = keys;
        this.fileId = fileId;
    }

    /** Encrypts a number and sends it on. */
    public void add(long personNo, String number) {
        writer().row()
                .put(fileId)
                .put(personNo)
                .put(keys.encrypt(personNo, number))
                .put(keys.blind(number));
    }

    /** Ends the transfer; returns how many numbers lie at the entrance. */
    public long finish() {
        CopyWriter open = writer;
        Connection used = connection;
        if (open == null || used == null) {
            return 0;
        }
        try {
            long rows = open.finish();
            used.commit();
            return rows;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("numbers could not be staged", e);
        }
    }

    private CopyWriter writer() {
        CopyWriter open = writer;
        if (open == null) {
            try {
                Connection fresh = source.getConnection();
                connection = fresh;
                fresh.setAutoCommit(false);
                forgetEarlier(fresh);
                open =
                        Copy.into(
                                fresh, "vault.staged", "batch", "person_no", "ciphertext", "blind");
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("vault entrance", e);
            }
            writer = open;
        }
        return open;
    }

    /** What an attempt left that was broken off. */
    private void forgetEarlier(Connection fresh) throws SQLException {
        try (PreparedStatement forget = fresh.prepareStatement("SELECT vault.forget_staged(?)")) {
            forget.setLong(1, fileId);
            forget.execute();
        }
    }

    @Override
    public void close() {
        Connection used = connection;
        if (used == null) {
            return;
        }
        try (used) {
            if (writer != null) {
                writer.close();
            }
            used.rollback();
            used.setAutoCommit(true);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("vault entrance", e);
        }
    }
}
