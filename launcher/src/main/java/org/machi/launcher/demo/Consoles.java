package org.machi.launcher.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.machi.platform.Organisation;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The addresses of the consoles, and the wait while people use them. */
public final class Consoles {

    /** The union and two cities. */
    private static final int HOW_MANY = 3;

    private Consoles() {}

    /** Says at once, and not after a year, that a console would not open. */
    public static void requireFreePorts(int first, CommandLine command) {
        for (int port = first; port < first + HOW_MANY; port++) {
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.getLocalPort();
            } catch (IOException taken) {
                throw new ParameterException(
                        command,
                        "port "
                                + port
                                + " is in use (by another machi?); choose another with --port");
            }
        }
    }

    /** Prints the consoles' addresses. */
    public static void announce(List<Organisation> organisations, PrintStream out) {
        out.println();
        out.println("コンソール（止めるにはCtrl+C）");
        for (Organisation organisation : organisations) {
            out.printf(
                    "  http://localhost:%d/  %s%n",
                    organisation.settings().port(), organisation.settings().name());
        }
    }

    /**
     * Waits for Ctrl+C or a polite kill, then closes everything before the program ends: the
     * virtual machine ends when its hooks do.
     */
    public static void waitForTheEnd(Runnable closing) {
        Runtime.getRuntime().addShutdownHook(new Thread(closing));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
