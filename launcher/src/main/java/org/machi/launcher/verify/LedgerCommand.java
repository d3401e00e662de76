package org.machi.launcher.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.machi.city.levy.LedgerFault;
import org.machi.city.levy.LedgerVerify;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./machi ledger}: only its subcommand does something. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "proves the cities' ledgers (ledger verify)",
        subcommands = {LedgerCommand.Verify.class})
public final class LedgerCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "ledger what? try ./machi ledger --help");
    }

    /**
     * {@code ./machi ledger verify}: every balance again from its postings, in one reading of each
     * city.
     */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "computes every balance again from the postings; names each row that is wrong",
            footer = {"", "Exit code: 0 everything is true, 1 something is wrong."})
    static final class Verify implements Callable<Integer> {

        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private DataOption data = new DataOption();

        @Override
        public Integer call() throws IOException, SQLException {
            PrintWriter out = spec.commandLine().getOut();
            boolean whole = true;
            try (Databases databases = Databases.open(data.existing(spec.commandLine()))) {
                for (OrganisationSettings city : databases.cities()) {
                    List<LedgerFault> faults = verify(city);
                    whole &= faults.isEmpty();
                    print(out, city, faults);
                }
            }
            out.flush();
            return whole ? 0 : 1;
        }

        private static void print(
                PrintWriter out, OrganisationSettings city, List<LedgerFault> faults) {
            out.printf(
                    "%s　台帳: %s%n", city.name(), faults.isEmpty() ? "正しい" : faults.size() + "件の誤り");
            for (LedgerFault fault : faults) {
                out.printf("  %s　%s: %s%n", fault.check(), fault.row(), fault.text());
            }
        }

        /** One snapshot, so that a day that runs meanwhile is seen before or after, never half. */
        private static List<LedgerFault> verify(OrganisationSettings city) throws SQLException {
            try (Connection connection = Databases.connect(city)) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
                SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
                List<LedgerFault> faults = new LedgerVerify(JdbcClient.create(one)).verify();
                connection.rollback();
                return faults;
            }
        }
    }
}
