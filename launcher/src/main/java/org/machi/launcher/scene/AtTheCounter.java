package org.machi.launcher.scene;

import java.util.HashMap;
import java.util.Map;
import org.machi.platform.Organisation;

/** 届出・申請 at a city's counter: one clerk enters, the other confirms, both at the console. */
final class AtTheCounter {

    private AtTheCounter() {}

    /** Enters an application of a person who came himself with his card, and has it confirmed. */
    static void apply(Stage stage, Resident who, Map<String, String> particulars) {
        Organisation city = stage.city(who.city());
        String path = who.page() + "/applications";
        Map<String, String> form = new HashMap<>(particulars);
        form.putIfAbsent("occurredOn", stage.today().toString());
        form.put("reportedOn", stage.today().toString());
        form.put("cameAs", "SELF");
        form.put("numberCheck", "CARD");
        form.put("identityCheck", "CARD");
        stage.clerk(city).get(path);
        stage.clerk(city).post(path, form);
        String reception =
                stage.value(
                        city,
                        "select max(reception_no) from people.v_application where person_no = ? and state = 'ENTERED'",
                        who.personNo());
        stage.secondClerk(city).get("/people/applications");
        stage.secondClerk(city).post("/people/applications/" + reception + "/confirm", Map.of());
    }

    /** Enters an application for a benefit and has it confirmed. */
    static void benefit(Stage stage, Resident who, Map<String, String> form) {
        Organisation city = stage.city(who.city());
        String path = who.page() + "/benefits";
        stage.clerk(city).get(path);
        stage.clerk(city).post(path, form);
        String reception =
                stage.value(
                        city,
                        "select max(reception_no) from koki.benefit_application where person_no = ? and state = 'ENTERED'",
                        who.personNo());
        stage.secondClerk(city).get("/koki/benefits");
        stage.secondClerk(city).post("/koki/benefits/" + reception + "/confirm", Map.of());
    }
}
