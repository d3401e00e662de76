package org.machi.city.koki.letters;

import java.time.LocalDate;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.forms.letters.Authority;
import org.machi.platform.forms.letters.Office;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/** Who signs the letters and where one asks, as the office's parameters {@code letter.*} say. */
@Component
public class LetterOffice {

    private final OrganisationSettings settings;
    private final Parameters parameters;

    LetterOffice(OrganisationSettings settings, Parameters parameters) {
        this.settings = settings;
        this.parameters = parameters;
    }

    /**
     * @param symbol 文書記号, such as 見保
     */
    public record Head(Office office, String symbol) {

        /** 文書番号 of a letter, such as 見保第260714000001号. */
        public String documentNo(String letterNo) {
            return "%s第%s号".formatted(symbol, letterNo);
        }
    }

    public Head on(LocalDate day) {
        String city = settings.name();
        String union = parameters.text("letter.union", day);
        Office office =
                new Office(
                        settings.code(),
                        city,
                        new Authority(
                                city + "長　" + parameters.text("letter.mayor", day), city + "長之印"),
                        new Authority(
                                union + "長　" + parameters.text("letter.unionHead", day), "広域連合長之印"),
                        union,
                        parameters.text("letter.section", day),
                        parameters.text("letter.postcode", day),
                        parameters.text("letter.address", day),
                        parameters.text("letter.phone", day),
                        parameters.text("letter.reviewBoard", day));
        return new Head(office, parameters.text("letter.symbol", day));
    }
}
