package org.machi.calculators.desk;

import org.machi.law.parameter.UnionCode;
import org.machi.platform.database.OrganisationSettings;

/** The union whose values an office works with: itself, or the one of the city's prefecture. */
final class OfficeUnion {
    private OfficeUnion() {}

    /** Union codes are 39, the prefecture and four digits; city codes begin with the prefecture. */
    static UnionCode of(OrganisationSettings office) {
        return switch (office.kind()) {
            case UNION -> UnionCode.of(office.code().substring(2, 4));
            case CITY -> UnionCode.of(office.code().substring(0, 2));
        };
    }
}
