package org.machi.platform.forms.letters;

import java.util.List;
import org.machi.platform.forms.Letter.Field;

/**
 * 送付先: to whom and where the letter goes; often, but not always, the insured person at home.
 *
 * @param postcode seven digits with or without hyphen; empty when unknown (then no customer
 *     barcode)
 * @param town prefecture, city and town: what the postal code covers
 * @param lot 丁目, 番地, 号
 * @param building may be empty
 * @param name without 様
 * @param careOf 様方 or the role of a representative, such as （相続人代表者）; may be empty
 */
public record Recipient(
        String postcode, String town, String lot, String building, String name, String careOf) {
    List<Field> fields() {
        return List.of(
                new Field("送付先氏名", name),
                new Field("送付先住所", town + lot),
                new Field("送付先方書", building),
                new Field("送付先肩書", careOf));
    }
}
