package org.machi.launcher.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.machi.launcher.demo.DemoSettings;
import org.machi.platform.database.DatabaseAccess;
import org.machi.platform.database.EmbeddedPostgres;
import org.machi.platform.database.Login;
import org.machi.platform.database.OrganisationDatabase;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.PostgresServerSettings;

/**
 * The databases of a demo, reached beside a running demo or by a server started for the purpose.
 */
final class Databases implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final List<OrganisationSettings> all;

    private Databases(EmbeddedPostgres server, List<OrganisationSettings> all) {
        this.server = server;
        this.all = List.copyOf(all);
    }

    static Databases open(Path data) throws IOException {
        String union = DemoSettings.read(data).unionCode();
        EmbeddedPostgres server = EmbeddedPostgres.start(data, PostgresServerSettings.standard());
        return new Databases(
                server,
                codes(data).stream()
                        .map(code -> settings(server, data, code, code.equals(union)))
                        .toList());
    }

    /** An organisation's folder is the one that keeps its keys. */
    private static List<String> codes(Path data) throws IOException {
        try (Stream<Path> folders = Files.list(data)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("keys")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static OrganisationSettings settings(
            EmbeddedPostgres server, Path data, String code, boolean union) {
        Path folder = data.resolve(code);
        DatabaseAccess access = OrganisationDatabase.find(server, code, folder.resolve("keys"));
        return new OrganisationSettings(
                code,
                (union ? "広域連合 " : "市区町村 ") + code,
                union ? OrganisationSettings.Kind.UNION : OrganisationSettings.Kind.CITY,
                access,
                folder,
                data.resolve("exchange"),
                0);
    }

    List<OrganisationSettings> all() {
        return all;
    }

    List<OrganisationSettings> cities() {
        return all.stream()
                .filter(organisation -> organisation.kind() == OrganisationSettings.Kind.CITY)
                .toList();
    }

    /** A connection with the rights of the organisation's application. */
    static Connection connect(OrganisationSettings organisation) throws SQLException {
        Login app = organisation.database().app();
        return DriverManager.getConnection(
                organisation.database().url(), app.user(), app.password());
    }

    @Override
    public void close() {
        server.close();
    }
}
