package org.machi.launcher;

import java.io.IOException;
import java.net.ServerSocket;

/** Ports for the consoles of a test. */
public final class FreePorts {

    private FreePorts() {}

    /** A port that is free with the two behind it. */
    public static int three() throws IOException {
        while (true) {
            int port;
            try (ServerSocket first = new ServerSocket(0)) {
                port = first.getLocalPort();
            }
            try (ServerSocket _ = new ServerSocket(port);
                    ServerSocket _ = new ServerSocket(port + 1);
                    ServerSocket _ = new ServerSocket(port + 2)) {
                return port;
            } catch (IOException _) {
                continue;
            }
        }
    }
}
