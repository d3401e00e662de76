package org.machi.union.window;

import java.time.LocalDate;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.forms.letters.Authority;
import org.machi.platform.forms.letters.Office;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/** The union as the sender of what is printed at a 窓口端末. */
@Component
class UnionLetterhead {

    private final Parameters parameters;
    private final OrganisationSettings settings;

    UnionLetterhead(Parameters parameters, OrganisationSettings settings) {
        this.parameters = parameters;
        this.settings = settings;
    }

    /**
     * @param city 地方公共団体コード of the city for whose staff it is printed
     */
    Office office(String city, LocalDate day) {
        Authority union =
                new Authority(
                        settings.name() + "長　" + parameters.text("window.unionHead", day),
                        "広域連合長之印");
        return new Office(
                city,
                settings.name(),
                union,
                union,
                settings.name(),
                parameters.text("window.contact", day),
                parameters.text("window.postcode", day),
                parameters.text("window.address", day),
                parameters.text("window.phone", day),
                "");
    }
}
