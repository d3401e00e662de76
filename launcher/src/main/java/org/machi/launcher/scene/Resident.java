package org.machi.launcher.scene;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.machi.formats.column.Row;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.TaxFile;

/**
 * A person of a scene as the resident register of a city writes him or her down; rows of 住民基本台帳 and
 * of 所得・課税情報 are made from it.
 */
public final class Resident {

    /** 市民税・県民税の基礎控除 (地方税法 314条の2第2項), yen. */
    private static final long BASIC_DEDUCTION = 430_000;

    private static final LocalDate SINCE = LocalDate.of(1990, 4, 1);

    private final int city;
    private final long personNo;
    private long events;
    private Row now;

    Resident(int city, String cityCode, String cityName, long personNo, Who who) {
        this.city = city;
        this.personNo = personNo;
        int cut = who.name().indexOf('　');
        now =
                ResidentFile.LAYOUT
                        .row()
                        .set(ResidentFile.PERSON_NO, personNo)
                        .set(ResidentFile.HOUSEHOLD_NO, personNo)
                        .set(ResidentFile.EVENT_SEQ, 1L)
                        .set(ResidentFile.EVENT, "00")
                        .set(ResidentFile.EVENT_ON, SINCE)
                        .set(ResidentFile.PROCESSED_ON, Script.FIRST_DAY)
                        .set(ResidentFile.CANCELLED, "0")
                        .set(ResidentFile.RESIDENT_KIND, "1")
                        .set(ResidentFile.RESIDENT_STATE, "1")
                        .set(ResidentFile.NAME, who.name())
                        .set(ResidentFile.SURNAME, who.name().substring(0, cut))
                        .set(ResidentFile.GIVEN_NAME, who.name().substring(cut + 1))
                        .set(ResidentFile.NAME_KANA, who.kana())
                        .set(ResidentFile.NAME_USE, "1")
                        .set(ResidentFile.BIRTH_ON, who.birth())
                        .set(ResidentFile.SEX, who.sex())
                        .set(ResidentFile.RELATION, "02")
                        .set(ResidentFile.RELATION_NAME, "世帯主")
                        .set(ResidentFile.HEAD_NO, personNo)
                        .set(ResidentFile.MUNICIPALITY_CODE, cityCode)
                        .set(ResidentFile.POSTAL_CODE, "0000000")
                        .set(ResidentFile.PREFECTURE, "大阪府")
                        .set(ResidentFile.CITY, cityName)
                        .set(ResidentFile.TOWN, "場面町")
                        .set(ResidentFile.LOT, personNo % 1000 + "番地")
                        .set(ResidentFile.RESIDENT_SINCE, SINCE)
                        .set(ResidentFile.ADDRESS_SINCE, SINCE)
                        .set(ResidentFile.ADDRESS_EXCEPTION, "0")
                        .set(ResidentFile.PROTECTION, "0")
                        .build();
        events = 1;
    }

    /**
     * Who somebody is.
     *
     * @param name 氏名 with a full-width space
     * @param kana フリガナ with a full-width space
     * @param birth 生年月日, ISO
     * @param sex 1 man, 2 woman
     */
    public record Who(String name, String kana, String birth, String sex) {}

    /** Lives in the other's home from the beginning. */
    public Resident inHomeOf(Resident head, String relationCode, String relation) {
        return as(row ->
                row.set(ResidentFile.HOUSEHOLD_NO, head.now.get(ResidentFile.HOUSEHOLD_NO))
                        .set(ResidentFile.LOT, head.now.get(ResidentFile.LOT))
                        .set(ResidentFile.RELATION, relationCode)
                        .set(ResidentFile.RELATION_NAME, relation)
                        .set(ResidentFile.HEAD_NO, head.personNo)
                        .set(ResidentFile.HEAD_NAME, head.now.get(ResidentFile.NAME)));
    }

    /** Something else about the person that was so from the beginning. */
    public Resident as(Consumer<Row.Builder> facts) {
        Row.Builder row = now.copy();
        facts.accept(row);
        now = row.build();
        return this;
    }

    /** The person as of now: before any event the row of the full list. */
    public Row row() {
        return now;
    }

    /**
     * 異動: the row of an event; the person is so from then on.
     *
     * @param event 異動事由コード
     * @param on 異動年月日
     * @param processedOn 処理年月日, the business day of the file
     */
    public Row event(
            String event, LocalDate on, LocalDate processedOn, Consumer<Row.Builder> facts) {
        Row.Builder row = now.copy();
        facts.accept(row);
        now =
                row.set(ResidentFile.EVENT, event)
                        .set(ResidentFile.EVENT_ON, on)
                        .set(ResidentFile.REPORTED_ON, processedOn)
                        .set(ResidentFile.PROCESSED_ON, processedOn)
                        .set(ResidentFile.EVENT_SEQ, ++events)
                        .set(ResidentFile.CANCELLED, "0")
                        .build();
        return now;
    }

    /** 取消 of the last event, which was an error: the person is again as before it. */
    public Row cancelled(Row before, LocalDate processedOn) {
        now =
                before.copy()
                        .set(ResidentFile.EVENT, now.get(ResidentFile.EVENT))
                        .set(ResidentFile.EVENT_ON, now.get(ResidentFile.EVENT_ON))
                        .set(ResidentFile.PROCESSED_ON, processedOn)
                        .set(ResidentFile.EVENT_SEQ, ++events)
                        .set(ResidentFile.CANCELLED, "1")
                        .build();
        return now;
    }

    public int city() {
        return city;
    }

    /** 宛名番号 in the city where the person lives in this scene. */
    public long personNo() {
        return personNo;
    }

    /** The person's page at the city. */
    public String page() {
        return "/people/" + personNo;
    }

    public String name() {
        return now.get(ResidentFile.NAME);
    }

    /**
     * 所得・課税情報 of a year: a public pension and nothing else.
     *
     * @param levyYear 賦課年度, the year of the assessment
     * @param revenue 公的年金等収入, yen
     * @param income what remains of it as 雑所得, yen
     */
    public Row pension(int levyYear, long revenue, long income) {
        String code = now.get(ResidentFile.MUNICIPALITY_CODE);
        return TaxFile.LAYOUT
                .row()
                .set(TaxFile.HOME_CODE, code)
                .set(TaxFile.PERSON_KIND, "1")
                .set(TaxFile.PERSON_NO, personNo)
                .set(TaxFile.LEVY_YEAR, (long) levyYear)
                .set(TaxFile.MUNICIPALITY_CODE, code)
                .set(TaxFile.CHANGE, "0")
                .set(TaxFile.TAXED, income > 0 ? "1" : "0")
                .set(TaxFile.UNDECLARED, "0")
                .set(TaxFile.TRANSITION, false)
                .set(TaxFile.BASE_GIVEN, false)
                .set(TaxFile.REDUCTION_GIVEN, false)
                .set(TaxFile.LOW_GIVEN, false)
                .set(TaxFile.SHARE_GIVEN, false)
                .set(TaxFile.PENSION, revenue)
                .set(TaxFile.MISC_TOTAL, income)
                .set(TaxFile.TAXABLE, Math.max(0, income - BASIC_DEDUCTION) / 1000 * 1000)
                .build();
    }
}
