package org.machi.city.levy;

import java.time.LocalDate;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.forms.letters.Authority;
import org.machi.platform.forms.letters.Levy;
import org.machi.platform.forms.letters.Office;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/**
 * Who sends the letters of the collection office and where one asks, as the office's parameters
 * {@code letter.*} say.
 */
@Component
class Letterhead {

    private final OrganisationSettings settings;
    private final Parameters parameters;

    Letterhead(OrganisationSettings settings, Parameters parameters) {
        this.settings = settings;
        this.parameters = parameters;
    }

    /** The sender of a letter about a levy; whom one complains to differs by the levy's law. */
    Office office(Levy levy, LocalDate day) {
        String city = settings.name();
        String union = parameters.text("letter.union", day);
        String board =
                switch (levy) {
                    case KOKI -> "letter.reviewBoard";
                    case KAIGO -> "letter.careReviewBoard";
                };
        return new Office(
                settings.code(),
                city,
                new Authority(city + "長　" + parameters.text("letter.mayor", day), city + "長之印"),
                new Authority(union + "長　" + parameters.text("letter.unionHead", day), "広域連合長之印"),
                union,
                parameters.text("letter.levySection", day),
                parameters.text("letter.postcode", day),
                parameters.text("letter.address", day),
                parameters.text("letter.phone", day),
                parameters.text(board, day));
    }

    /** 文書番号 of a letter, such as 見収第800000000001号. */
    String documentNo(String letterNo, LocalDate day) {
        return "%s第%s号".formatted(parameters.text("letter.levySymbol", day), letterNo);
    }

    /** 納付場所 in words. */
    String places(LocalDate day) {
        return parameters.text("letter.places", day);
    }
}
