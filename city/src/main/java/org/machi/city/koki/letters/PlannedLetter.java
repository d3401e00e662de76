package org.machi.city.koki.letters;

import java.util.List;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.letters.Recipient;
import org.machi.platform.forms.letters.Slip;

/**
 * A letter ready for the press.
 *
 * @param slips what it asks to pay; empty when it asks nothing
 * @param pulledOut why it must not go to the print shop; empty when it may
 */
record PlannedLetter(
        Letter letter,
        LetterKind kind,
        PlanKey key,
        Recipient to,
        List<PeriodSlip> slips,
        String pulledOut) {

    /** A slip with the number of its period. */
    record PeriodSlip(int period, Slip slip) {}

    String letterNo() {
        return letter.id().letterNo();
    }
}
