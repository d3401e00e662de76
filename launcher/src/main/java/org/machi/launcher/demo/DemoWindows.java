package org.machi.launcher.demo;

import java.time.LocalDate;
import java.util.List;
import org.machi.platform.Organisation;
import org.machi.platform.staff.Terminals;
import org.machi.union.register.Cities;
import org.machi.union.window.FirstIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 窓口端末 of the demo: one counter and one management terminal for each city, and two people with an
 * id. The machines still have to take their keys, with a code that the union's console makes.
 */
final class DemoWindows {

    private static final LocalDate SINCE = LocalDate.of(2020, 4, 1);

    private DemoWindows() {}

    /** Enters terminals and ids once; a second call changes nothing. */
    static void enter(Organisation union) {
        union.get(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    for (Cities.City city : union.get(Cities.class).all()) {
                        if (!union.get(FirstIds.class).any(city.code())) {
                            enter(union, city);
                        }
                    }
                });
    }

    private static void enter(Organisation union, Cities.City city) {
        for (boolean management : List.of(false, true)) {
            String name = city.name() + (management ? "-管理1" : "-窓口1");
            union.get(Terminals.class)
                    .enter(
                            new Terminals.Placed(
                                    name, city.code(), management, "後期高齢者医療の窓口", SINCE, null),
                            DemoStaff.CLERK);
        }
        for (String holder : List.of("端末 一郎", "端末 二子")) {
            String id =
                    union.get(FirstIds.class)
                            .give(
                                    new FirstIds.Wanted(city.code(), holder, "後期高齢者医療係", SINCE),
                                    DemoStaff.CLERK,
                                    DemoStaff.SECOND_CLERK);
            union.get(JdbcClient.class)
                    .sql("UPDATE staff.member SET password_hash = ? WHERE staff_no = ?")
                    .params(union.get(PasswordEncoder.class).encode(DemoStaff.FIRST_PASSWORD), id)
                    .update();
        }
    }
}
