package org.machi.platform.database;

/**
 * How to reach one organisation's database, role by role.
 *
 * @param owner runs the migrations and owns the features' tables
 * @param app what the application works as: reads and writes rows, owns nothing
 * @param vault owns the vault of 個人番号
 * @param audit owns the audit trail
 */
public record DatabaseAccess(String url, Login owner, Login app, Login vault, Login audit) {

    /** The same roles in another database of the same server. */
    public DatabaseAccess withUrl(String otherUrl) {
        return new DatabaseAccess(otherUrl, owner, app, vault, audit);
    }

    /** The role under which the union's pages at a 窓口端末 ask: it sees views of the own city only. */
    public String window() {
        return app.user().replaceFirst("_app$", "_window");
    }

    /** The role of a receiver of shared data. */
    public String receiver(String name) {
        return app.user().replaceFirst("_app$", "_to_") + name;
    }
}
