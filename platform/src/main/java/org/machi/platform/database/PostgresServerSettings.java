package org.machi.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Sizes of the server.
 *
 * @param port fixed port, or 0 for any free one
 * @param sharedBuffersMegabytes PostgreSQL's page cache
 */
public record PostgresServerSettings(int port, int sharedBuffersMegabytes) {

    public static PostgresServerSettings standard() {
        return new PostgresServerSettings(0, 512);
    }

    public PostgresServerSettings withPort(int fixedPort) {
        return new PostgresServerSettings(fixedPort, sharedBuffersMegabytes);
    }

    List<String> options(int chosenPort) {
        return List.of(
                "-p " + chosenPort,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c fsync=on",
                "-c full_page_writes=on",
                "-c synchronous_commit=on",
                "-c shared_buffers=" + sharedBuffersMegabytes + "MB",
                "-c work_mem=64MB",
                "-c maintenance_work_mem=256MB",
                "-c max_wal_size=8GB",
                "-c checkpoint_timeout=15min",
                // A demo year makes tables from nothing within seconds.
                "-c autovacuum_naptime=10s",
                "-c random_page_cost=1.1",
                "-c max_connections=200",
                "-c jit=off",
                "-c timezone=Asia/Tokyo",
                "-c log_timezone=Asia/Tokyo",
                "-c password_encryption=scram-sha-256",
                // The passwords are 24 random bytes (Secrets): stretching them protects nothing and
                // would cost every connection its time.
                "-c scram_iterations=1");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
