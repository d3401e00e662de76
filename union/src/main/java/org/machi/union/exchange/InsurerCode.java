package org.machi.union.exchange;

import org.machi.formats.number.InsurerNumber;
import org.machi.platform.database.OrganisationSettings;

/** 後期保険者番号 of this union, as its files carry it. */
final class InsurerCode {

    private static final String WHOLE_PREFECTURE = "000";

    private InsurerCode() {}

    /** The organisation's code when it has all eight digits, otherwise made from its prefecture. */
    static String of(OrganisationSettings settings) {
        return InsurerNumber.isValid(settings.code())
                ? settings.code()
                : InsurerNumber.of(settings.code().substring(2, 4), WHOLE_PREFECTURE).text();
    }
}
