package org.machi.platform.forms.letters;

import java.util.List;
import org.machi.platform.forms.Letter.Field;

/**
 * The insured person whom the letter is about.
 *
 * @param insuredNo 被保険者番号, 8 digits
 * @param address as in the register; for a protected person what may be shown
 */
public record Insured(String insuredNo, String name, String address) {
    List<Field> fields() {
        return List.of(new Field("氏名", name), new Field("住所", address));
    }
}
