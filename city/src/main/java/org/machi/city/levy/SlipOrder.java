package org.machi.city.levy;

import java.time.LocalDate;

/**
 * Which slips are wanted.
 *
 * @param issuedOn business date
 * @param reason as people read it, e.g. 本算定
 * @param instalments a SELECT with the columns instalment_id, due_on (the day by which the slip
 *     asks for payment: the instalment's due day or the term of a demand), use_by (取扱期限); each
 *     instalment once
 */
public record SlipOrder(
        LocalDate issuedOn, SlipPurpose purpose, String reason, String instalments) {}
