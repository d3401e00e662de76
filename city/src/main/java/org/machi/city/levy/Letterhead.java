package org.machi.city.levy;

import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.forms.letters.Authority;
import org.machi.platform.forms.letters.Office;
import org.springframework.stereotype.Component;

/** Who sends the letters of the collection office. */
@Component
class Letterhead {

    private final Office office;

    Letterhead(OrganisationSettings settings) {
        String city = settings.name();
        this.office =
                new Office(
                        settings.code(),
                        city,
                        new Authority(city + "長", city + "長之印"),
                        new Authority("広域連合長", "広域連合長之印"),
                        "後期高齢者医療広域連合",
                        "収納課 収納管理係",
                        "000-0000",
                        city + "役所",
                        "代表",
                        "後期高齢者医療審査会");
    }

    Office office() {
        return office;
    }
}
