package org.machi.platform.vault;

import java.time.LocalDate;
import org.machi.platform.audit.Actor;

/**
 * Why somebody touches a 個人番号. The database knows the combinations of duty and purpose that are
 * allowed ({@code vault.permitted_use}) and refuses every other.
 *
 * @param purpose the administrative work that the law names (番号法9条1項・別表), in Japanese
 */
public record NumberUse(Actor actor, String purpose, LocalDate businessDate) {

    /** The work of the later-stage elderly medical system, for municipalities and unions alike. */
    public static final String ELDERLY_MEDICAL = "後期高齢者医療給付の支給又は保険料の徴収に関する事務";
}
