package org.machi.platform.jobs;

/** A step broke off. Its transaction is undone; the next run of the job begins with this step. */
public final class JobFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String job;
    private final String step;

    JobFailed(String job, String step, Throwable cause) {
        super("ジョブ" + job + "の工程「" + step + "」で中断しました: " + cause.getMessage(), cause);
        this.job = job;
        this.step = step;
    }

    public String job() {
        return job;
    }

    public String step() {
        return step;
    }
}
