package org.machi.world.neighbours;

import java.time.LocalDate;
import org.machi.formats.column.Row;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.PensionNotice;
import org.machi.formats.text.BankKana;
import org.machi.world.Stage;
import org.machi.world.people.Address;
import org.machi.world.people.Addresses;
import org.machi.world.people.Dice;
import org.machi.world.people.NameForms;
import org.machi.world.people.Numbers;
import org.machi.world.people.Pension;
import org.machi.world.people.Population;
import org.machi.world.people.Topic;
import org.machi.world.people.Towns;

/** Records of a pensioner as the pension service keeps him or her: its addresses lag behind. */
final class PensionRows {
    private static final String COLLECTOR = "999";
    private static final String SCHEME = "3";
    private static final int LONGEST_NAME = 25;
    private static final int LONGEST_KANA_ADDRESS = 80;
    private static final int STALE_PERMILLE = 4;

    private final Stage stage;

    PensionRows(Stage stage) {
        this.stage = stage;
    }

    Row.Builder row(int p, PensionNotice notice, LocalDate madeOn, Pension pension) {
        Population people = stage.people();
        NameForms names = people.names(p);
        boolean stale = Dice.of(people.seed(), Topic.PENSION_OFFICE, p).permille(STALE_PERMILLE);
        Address address = stale ? Addresses.outside(people, p) : Addresses.of(people, p);
        String name = names.name();
        return PensionFile.LAYOUT
                .row()
                .set(
                        PensionFile.MUNICIPALITY_CODE,
                        stage.place().cityCode(people.city(p)).substring(0, 5))
                .set(PensionFile.COLLECTOR, COLLECTOR)
                .set(PensionFile.NOTICE, notice.code())
                .set(PensionFile.SCHEME, SCHEME)
                .set(PensionFile.MADE_ON, madeOn)
                .set(PensionFile.PENSION_NO, Numbers.pensionNo(people.seed(), p))
                .set(PensionFile.PENSION_CODE, pension.code())
                .set(PensionFile.BIRTH_ON, birth(p))
                .set(PensionFile.SEX, Integer.toString(people.sex(p)))
                .set(PensionFile.NAME_KANA, BankKana.reduce(names.kana(), LONGEST_NAME).text())
                .set(
                        PensionFile.NAME,
                        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .set(PensionFile.POSTAL_CODE, address.postalCode())
                .set(
                        PensionFile.ADDRESS_KANA,
                        BankKana.reduce(Towns.kanaOf(address), LONGEST_KANA_ADDRESS).text())
                .set(PensionFile.ADDRESS, address.oneLine())
                .set(PensionFile.RESULT, "00");
    }

    /** The pension service knows a day where the register has none: the first of the month. */
    private String birth(int p) {
        LocalDate born = stage.people().birth(p);
        boolean unknown = stage.people().traits().birthDayUnknown(p);
        return (unknown ? born.withDayOfMonth(1) : born).toString();
    }
}
