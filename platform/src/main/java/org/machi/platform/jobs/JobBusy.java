package org.machi.platform.jobs;

/** The job runs already; the message says who started it, where and when. */
public final class JobBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobBusy(String message) {
        super(message);
    }
}
