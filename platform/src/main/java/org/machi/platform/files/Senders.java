package org.machi.platform.files;

import org.machi.formats.file.Party;

/** Whether a code can be that of the party which sends a kind of file. */
final class Senders {

    private Senders() {}

    static boolean fits(Party party, String code) {
        return switch (party) {
            case CITY, OTHER -> code.matches("[0-9]{6}");
            case UNION -> code.matches("[0-9]{6,8}");
            case JUKI, TAX, FUKUSHI, KAIGO, BANK, CVS, NENKIN, PRINT, OLD ->
                    code.equals(party.name());
        };
    }
}
