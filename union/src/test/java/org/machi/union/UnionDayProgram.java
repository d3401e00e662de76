package org.machi.union;

import java.nio.file.Path;
import java.time.LocalDate;
import org.machi.platform.database.DatabaseAccess;
import org.machi.platform.database.Login;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.OrganisationSettings.Kind;

/** Runs one day of a union in a process of its own, so that a test can let it die. */
final class UnionDayProgram {

    private UnionDayProgram() {}

    static String[] arguments(OrganisationSettings settings, LocalDate day) {
        DatabaseAccess db = settings.database();
        return new String[] {
            db.url(),
            db.owner().user(),
            db.owner().password(),
            db.app().user(),
            db.app().password(),
            db.vault().user(),
            db.vault().password(),
            db.audit().user(),
            db.audit().password(),
            settings.folder().toString(),
            settings.exchange().toString(),
            day.toString()
        };
    }

    public static void main(String[] a) {
        DatabaseAccess db =
                new DatabaseAccess(
                        a[0],
                        new Login(a[1], a[2]),
                        new Login(a[3], a[4]),
                        new Login(a[5], a[6]),
                        new Login(a[7], a[8]));
        OrganisationSettings settings =
                new OrganisationSettings(
                        UnionScene.TOKYO, "試験", Kind.UNION, db, Path.of(a[9]), Path.of(a[10]), 0);
        try (UnionOffice office = UnionOffice.start(settings, UnionScene.CITIES)) {
            office.runDay(LocalDate.parse(a[11]));
        }
    }
}
