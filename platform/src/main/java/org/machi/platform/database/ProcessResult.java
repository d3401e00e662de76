package org.machi.platform.database;

/** What a finished program said: its exit code and everything it printed. */
record ProcessResult(int exitCode, String output) {

    void orThrow(String what) {
        if (exitCode != 0) {
            throw new DatabaseUnavailable(what + " ended with " + exitCode + ": " + output);
        }
    }
}
