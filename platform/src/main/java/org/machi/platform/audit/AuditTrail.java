package org.machi.platform.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the audit trail in the transaction of the deed: no deed without its record, no record
 * without its deed.
 *
 * <p>The records of a transaction are handed to the database just before it commits, in the order
 * of their chains. So a chain is locked for a moment only, and two transactions never wait for each
 * other in a circle. Refused attempts are written in a transaction of their own, because what they
 * wanted is rolled back.
 */
@Component
public class AuditTrail {

    private static final String DAY = "coalesce(%s, (SELECT day FROM office.business_date))";
    private static final String RECORD_MANY =
            "SELECT audit.record("
                    + DAY.formatted("d.day")
                    + """
                    , d.staff, d.terminal, d.office, d.duty, d.purpose, d.action, d.object,
                           d.person, d.detail, d.result)
                      FROM (SELECT * FROM unnest(?::date[], ?::text[], ?::text[], ?::text[],
                                ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                                ?::text[], ?::text[])
                              AS x(day, staff, terminal, office, duty, purpose, action, object,
                                   person, detail, result)
                             ORDER BY audit.chain_of(person, staff || ' ' || object) OFFSET 0) d
                    """;
    private static final String RECORD_RUN =
            "SELECT audit.record_run("
                    + DAY.formatted("?::date")
                    + ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint[])";

    private final JdbcTemplate db;
    private final TransactionTemplate joining;
    private final TransactionTemplate own;

    AuditTrail(DataSource source, PlatformTransactionManager manager) {
        this.db = new JdbcTemplate(source);
        this.joining = new TransactionTemplate(manager);
        this.own = new TransactionTemplate(manager);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Records a deed in the current transaction, or in its own where there is none. */
    public void record(Deed deed) {
        joining.executeWithoutResult(status -> pending().deeds.add(deed));
    }

    /** Records an attempt that was refused; it stays although the attempt is rolled back. */
    public void recordRefused(Deed deed) {
        own.executeWithoutResult(status -> pending().deeds.add(deed.refused()));
    }

    /** Records a deed that broke off; it stays although what was done is rolled back. */
    public void recordFailed(Deed deed) {
        own.executeWithoutResult(status -> pending().deeds.add(deed.failed()));
    }

    /** Records one deed over many people: one event and the list of the people. */
    public void recordRun(Deed deed, long[] people) {
        joining.executeWithoutResult(status -> pending().runs.add(new Run(deed, people)));
    }

    /**
     * Records one deed over the people that a query names now.
     *
     * @param peopleSql a query of one bigint column, 宛名番号; duplicates are allowed
     */
    public void recordRun(Deed deed, String peopleSql, Map<String, ?> parameters) {
        joining.executeWithoutResult(status -> {
            List<Long> people =
                    JdbcClient.create(db)
                            .sql(peopleSql)
                            .params(parameters)
                            .query(Long.class)
                            .list();
            recordRun(deed, people.stream().mapToLong(Long::longValue).toArray());
        });
    }

    private Pending pending() {
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        return pending;
    }

    private void write(List<Deed> deeds, List<Run> runs) {
        db.execute(
                (ConnectionCallback<Integer>)
                        connection -> {
                            if (!deeds.isEmpty()) {
                                writeDeeds(connection, deeds);
                            }
                            for (Run run : runs) {
                                writeRun(connection, run);
                            }
                            return deeds.size() + runs.size();
                        });
    }

    private static void writeDeeds(Connection connection, List<Deed> deeds) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(RECORD_MANY)) {
            call.setArray(1, array(connection, "date", deeds, Deed::businessDate));
            call.setArray(2, array(connection, "text", deeds, d -> d.actor().staff()));
            call.setArray(3, array(connection, "text", deeds, d -> d.actor().terminal()));
            call.setArray(4, array(connection, "text", deeds, d -> d.actor().office()));
            call.setArray(5, array(connection, "text", deeds, d -> d.actor().duty()));
            call.setArray(6, array(connection, "text", deeds, Deed::purpose));
            call.setArray(7, array(connection, "text", deeds, Deed::action));
            call.setArray(8, array(connection, "text", deeds, Deed::object));
            call.setArray(9, array(connection, "bigint", deeds, Deed::personNo));
            call.setArray(10, array(connection, "text", deeds, Deed::detail));
            call.setArray(11, array(connection, "text", deeds, d -> d.result().name()));
            call.execute();
        }
    }

    private static Array array(
            Connection connection, String type, List<Deed> deeds, DeedColumn column)
            throws SQLException {
        return connection.createArrayOf(type, deeds.stream().map(column::of).toArray());
    }

    private static void writeRun(Connection connection, Run run) throws SQLException {
        Deed deed = run.deed();
        try (PreparedStatement call = connection.prepareStatement(RECORD_RUN)) {
            call.setObject(1, deed.businessDate());
            call.setString(2, deed.actor().staff());
            call.setString(3, deed.actor().terminal());
            call.setString(4, deed.actor().office());
            call.setString(5, deed.actor().duty());
            call.setString(6, deed.purpose());
            call.setString(7, deed.action());
            call.setString(8, deed.object());
            call.setString(9, deed.detail());
            call.setString(10, deed.result().name());
            call.setArray(11, connection.createArrayOf("bigint", boxed(run.people())));
            call.execute();
        }
    }

    private static Long[] boxed(long[] people) {
        return Arrays.stream(people).boxed().toArray(Long[]::new);
    }

    @FunctionalInterface
    private interface DeedColumn {
        @Nullable Object of(Deed deed);
    }

    private record Run(Deed deed, long[] people) {}

    /** What the current transaction will record when it commits. */
    private final class Pending implements TransactionSynchronization {

        private final List<Deed> deeds = new ArrayList<>();
        private final List<Run> runs = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            write(deeds, runs);
            deeds.clear();
            runs.clear();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(AuditTrail.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AuditTrail.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(AuditTrail.this);
        }
    }
}
