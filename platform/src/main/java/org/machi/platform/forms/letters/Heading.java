package org.machi.platform.forms.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.platform.forms.Letter.Field;
import org.machi.platform.forms.LetterId;

/**
 * What every letter has at its top.
 *
 * @param documentNo 文書番号, such as 見保第1234号
 * @param issuedOn 発行日
 */
public record Heading(
        LetterId id,
        String documentNo,
        LocalDate issuedOn,
        Office office,
        Recipient to,
        Insured insured) {
    List<Field> fields(Field... more) {
        var fields = new ArrayList<>(to.fields());
        fields.addAll(insured.fields());
        fields.addAll(List.of(more));
        return fields;
    }
}
