package org.machi.platform.files;

import org.machi.formats.file.Party;
import org.machi.formats.number.MunicipalityCode;

/**
 * Whether a code can be that of the party which sends a kind of file.
 *
 * <p>Of most parties a city has one, and its code is the party's name. Banks are several: the
 * designated one is {@code BANK}, the others are numbered from {@code BANK2} on
 * (指定代理金融機関・収納代理金融機関). Systems of the office are known by their department, or numbered. Other
 * municipalities answer under their own 地方公共団体コード.
 */
final class Senders {

    private Senders() {}

    static boolean fits(Party party, String code) {
        return switch (party) {
            case CITY, OTHER -> MunicipalityCode.isValid(code);
            case UNION -> code.matches("[0-9]{6,8}");
            case BANK -> code.matches("BANK([2-9]|[1-9][0-9])?");
            case GYOMU -> code.matches("JUKI|TAX|FUKUSHI|KAIGO|GYOMU([2-9]|[1-9][0-9])?");
            case JUKI, TAX, FUKUSHI, KAIGO, CVS, NENKIN, PRINT, OLD, KOKUHO ->
                    code.equals(party.name());
        };
    }
}
