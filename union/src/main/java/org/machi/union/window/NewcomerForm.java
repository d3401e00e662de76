package org.machi.union.window;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machi.formats.column.Row;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.UnionPersonFile;

/**
 * 先行入力: what the city's resident record says of somebody who moved in today, typed in because its
 * file comes tomorrow. Tomorrow's row then says the same, or replaces it.
 */
final class NewcomerForm {

    private static final List<String> NEEDED =
            List.of("personNo", "householdNo", "name", "kana", "birth", "sex", "town", "movedInOn");

    private static final Map<String, String> NAMES =
            Map.of(
                    "personNo", "宛名番号",
                    "householdNo", "世帯番号",
                    "name", "氏名",
                    "kana", "氏名カナ",
                    "birth", "生年月日",
                    "sex", "性別",
                    "town", "町名",
                    "movedInOn", "転入年月日");

    private final Map<String, String> fields;
    private final List<String> faults = new ArrayList<>();

    NewcomerForm(Map<String, String> fields) {
        this.fields = fields;
    }

    List<String> faults(LocalDate today) {
        for (String name : NEEDED) {
            if (text(name).isEmpty()) {
                faults.add(NAMES.get(name) + "を入れてください。");
            }
        }
        for (String number : List.of("personNo", "householdNo", "headNo")) {
            if (!text(number).matches("[0-9]{0,15}")) {
                faults.add("宛名番号・世帯番号は15桁までの数字です。");
            }
        }
        Optional<LocalDate> birth = WindowPages.date(text("birth"));
        Optional<LocalDate> moved = movedInOn();
        if (birth.isEmpty() || birth.get().isAfter(today.minusYears(65))) {
            faults.add("生年月日を確かめてください。先行入力は65歳以上の人に使います。");
        }
        if (moved.isEmpty() || moved.get().isAfter(today)) {
            faults.add("転入年月日を確かめてください。業務日付より後の日は入れられません。");
        }
        return List.copyOf(faults);
    }

    long personNo() {
        return Long.parseLong(text("personNo"));
    }

    Optional<LocalDate> movedInOn() {
        return WindowPages.date(text("movedInOn"));
    }

    private String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** The row as the city's file will bring it. */
    Row row(Seat seat, String prefecture, LocalDate today) {
        LocalDate moved = movedInOn().orElseThrow();
        long head = text("headNo").isEmpty() ? personNo() : Long.parseLong(text("headNo"));
        return UnionPersonFile.LAYOUT
                .row()
                .set(ResidentFile.PERSON_NO, personNo())
                .set(ResidentFile.HOUSEHOLD_NO, Long.parseLong(text("householdNo")))
                .set(ResidentFile.EVENT_SEQ, 1L)
                .set(ResidentFile.EVENT, "01")
                .set(ResidentFile.EVENT_ON, moved)
                .set(ResidentFile.REPORTED_ON, today)
                .set(ResidentFile.PROCESSED_ON, today)
                .set(ResidentFile.CANCELLED, "0")
                .set(ResidentFile.RESIDENT_KIND, "1")
                .set(ResidentFile.RESIDENT_STATE, "1")
                .set(ResidentFile.NAME, spaced("name"))
                .set(ResidentFile.NAME_KANA, spaced("kana"))
                .set(ResidentFile.NAME_USE, "1")
                .set(ResidentFile.BIRTH_ON, text("birth"))
                .set(ResidentFile.SEX, text("sex"))
                .set(ResidentFile.HEAD_NO, head)
                .set(ResidentFile.MUNICIPALITY_CODE, seat.city())
                .set(ResidentFile.POSTAL_CODE, text("postalCode").replace("-", ""))
                .set(ResidentFile.PREFECTURE, prefecture)
                .set(ResidentFile.CITY, seat.cityName())
                .set(ResidentFile.TOWN, text("town"))
                .set(ResidentFile.LOT, text("lot"))
                .set(ResidentFile.BUILDING, text("building"))
                .set(ResidentFile.RESIDENT_SINCE, moved)
                .set(ResidentFile.ADDRESS_SINCE, moved)
                .set(ResidentFile.MOVED_IN_ON, moved)
                .set(ResidentFile.FROM_CODE, text("fromCode"))
                .set(ResidentFile.ADDRESS_EXCEPTION, "0")
                .set(UnionPersonFile.EXTRACT, "1")
                .set(UnionPersonFile.EXTRACT_REASON, "1")
                .set(UnionPersonFile.EXTRACTED_ON, today)
                .build();
    }

    private String spaced(String name) {
        return text(name).replace(' ', '　');
    }
}
