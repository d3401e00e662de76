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

    static void waitForTheEnd() {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
