package org.machi.launcher.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.machi.platform.Organisation;

/** The addresses of the consoles, and the wait while people use them. */
final class Consoles {

    private Consoles() {}

    static void announce(List<Organisation> organisations, PrintStream out) {
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
    static void waitForTheEnd(Runnable closing) {
        Runtime.getRuntime().addShutdownHook(new Thread(closing));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
