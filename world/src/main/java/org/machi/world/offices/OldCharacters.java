package org.machi.world.offices;

import java.util.ArrayList;
import java.util.List;
import org.machi.formats.column.Row;
import org.machi.formats.layout.FormerFiles.CharMap;

/**
 * 外字 of the former system: characters that its code page lacked stand in the private use area of
 * its files; one of them nobody has identified.
 */
final class OldCharacters {
    private static final int FIRST = 0xE001;
    private static final int NEVER_IDENTIFIED = 0xE0FF;
    private static final List<String[]> CHARACTERS =
            List.of(
                    new String[] {"邊󠄂", "ベ"},
                    new String[] {"𠮷", "ヨシ"},
                    new String[] {"辻󠄀", "ツジ"},
                    new String[] {"葛󠄀", "クズ"},
                    new String[] {"芦󠄂", "アシ"},
                    new String[] {"𡈽", "ツチ"},
                    new String[] {"桒", "クワ"},
                    new String[] {"栁", "ヤナギ"},
                    new String[] {"德", "トク"},
                    new String[] {"濵", "ハマ"},
                    new String[] {"瀨", "セ"},
                    new String[] {"髙", "タカ"},
                    new String[] {"﨑", "サキ"});

    private OldCharacters() {}

    /** The name as the former system wrote it. */
    static String toOld(String name) {
        String old = name;
        for (int i = 0; i < CHARACTERS.size(); i++) {
            old = old.replace(CHARACTERS.get(i)[0], Character.toString(FIRST + i));
        }
        return old;
    }

    /** A name with the one character that stays unknown. */
    static String unidentified(String name) {
        return Character.toString(NEVER_IDENTIFIED) + name.substring(1);
    }

    static List<Row> map() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < CHARACTERS.size(); i++) {
            rows.add(
                    row(FIRST + i, i)
                            .set(CharMap.CHARACTER, CHARACTERS.get(i)[0])
                            .set(CharMap.STATE, "1")
                            .set(CharMap.READING, CHARACTERS.get(i)[1])
                            .build());
        }
        rows.add(row(NEVER_IDENTIFIED, CHARACTERS.size()).set(CharMap.STATE, "9").build());
        return rows;
    }

    private static Row.Builder row(int code, int index) {
        return CharMap.LAYOUT
                .row()
                .set(CharMap.OLD_CODE, String.format("%04X", code))
                .set(CharMap.OLD_SYSTEM_CODE, String.format("%04X", 0x41A1 + index));
    }
}
