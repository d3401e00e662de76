package org.machi.launcher.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.machi.platform.audit.AuditSeals;
import org.machi.platform.audit.AuditVerdict;
import org.machi.platform.audit.AuditVerifier;
import org.machi.platform.database.OrganisationSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./machi audit}: only its subcommand does something. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "proves the audit trails (audit verify)",
        subcommands = {AuditCommand.Verify.class})
public final class AuditCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "audit what? try ./machi audit --help");
    }

    /** {@code ./machi audit verify}: every chain, run and seal of every organisation. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "walks every chain of the audit trail; names the first wrong row of each",
            footer = {"", "Exit code: 0 the trail is whole, 1 something is wrong."})
    static final class Verify implements Callable<Integer> {

        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private DataOption data = new DataOption();

        @Override
        public Integer call() throws IOException, SQLException {
            PrintWriter out = spec.commandLine().getOut();
            boolean whole = true;
            try (Databases databases = Databases.open(data.existing(spec.commandLine()))) {
                for (OrganisationSettings organisation : databases.all()) {
                    AuditVerdict verdict = verify(organisation);
                    whole &= verdict.whole();
                    print(out, organisation, verdict);
                }
            }
            out.flush();
            return whole ? 0 : 1;
        }

        private static void print(
                PrintWriter out, OrganisationSettings organisation, AuditVerdict verdict) {
            out.printf(
                    "%s　証跡: %s（記録 %,d件、一括処理 %,d件、封印 %,d件）%n",
                    organisation.name(),
                    verdict.whole() ? "改変なし" : verdict.faults().size() + "件の誤り",
                    verdict.events(),
                    verdict.runs(),
                    verdict.seals());
            verdict.faults().forEach(fault -> out.println("  " + fault));
        }

        private static AuditVerdict verify(OrganisationSettings organisation)
                throws SQLException, IOException {
            try (Connection connection = Databases.connect(organisation)) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                return AuditVerifier.verify(connection, AuditSeals.file(organisation));
            }
        }
    }
}
