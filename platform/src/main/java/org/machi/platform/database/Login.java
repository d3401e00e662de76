package org.machi.platform.database;

/** A database role and its password; never printed. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return user + "/***";
    }
}
