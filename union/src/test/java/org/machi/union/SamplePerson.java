package org.machi.union;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.TaxFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.formats.layout.UnionPersonFile;

/** A resident of a test; rows of the union's files are made from it. */
final class SamplePerson {

    final String city;
    final long number;
    private final String kana;
    private final LocalDate birth;
    private long household;
    private long head;
    private LocalDate since = LocalDate.of(2010, 4, 1);
    private int events;
    private @Nullable LocalDate movedOut;
    private @Nullable String movedTo;
    private @Nullable LocalDate died;
    private @Nullable String from;

    SamplePerson(String city, long number, String kana, LocalDate birth) {
        this.city = city;
        this.number = number;
        this.kana = kana;
        this.birth = birth;
        this.household = number;
        this.head = number;
    }

    /** The same human on another city's record. */
    SamplePerson in(String otherCity, long otherNumber, LocalDate movedIn) {
        SamplePerson there = new SamplePerson(otherCity, otherNumber, kana, birth);
        there.since = movedIn;
        there.from = city;
        return there;
    }

    SamplePerson livingWith(SamplePerson other) {
        household = other.household;
        head = other.head;
        return this;
    }

    SamplePerson since(LocalDate day) {
        since = day;
        return this;
    }

    Row initial() {
        return event("00", since, false);
    }

    Row movedIn() {
        return event("01", since, false);
    }

    Row movesOut(LocalDate day, @Nullable String to) {
        movedOut = day;
        movedTo = to;
        return event("04", day, false);
    }

    Row moveOutCancelled(LocalDate day) {
        movedOut = null;
        movedTo = null;
        return event("04", day, true);
    }

    Row dies(LocalDate day) {
        died = day;
        return event("05", day, false);
    }

    /** 世帯変更: into the other's home from a day on. */
    Row joins(SamplePerson other, LocalDate day) {
        livingWith(other);
        return event("09", day, false);
    }

    private Row event(String event, LocalDate day, boolean cancelled) {
        boolean gone = movedOut != null || died != null;
        return UnionPersonFile.LAYOUT
                .row()
                .set(ResidentFile.PERSON_NO, number)
                .set(ResidentFile.HOUSEHOLD_NO, household)
                .set(ResidentFile.EVENT_SEQ, (long) ++events)
                .set(ResidentFile.EVENT, event)
                .set(ResidentFile.EVENT_ON, day)
                .set(ResidentFile.PROCESSED_ON, day)
                .set(ResidentFile.CANCELLED, cancelled ? "1" : "0")
                .set(ResidentFile.RESIDENT_KIND, "1")
                .set(ResidentFile.RESIDENT_STATE, gone ? "2" : "1")
                .set(ResidentFile.NAME, "試験　太郎")
                .set(ResidentFile.NAME_KANA, kana)
                .set(ResidentFile.NAME_USE, "1")
                .set(ResidentFile.BIRTH_ON, birth.toString())
                .set(ResidentFile.SEX, "1")
                .set(ResidentFile.HEAD_NO, head)
                .set(ResidentFile.MUNICIPALITY_CODE, city)
                .set(ResidentFile.POSTAL_CODE, "1000001")
                .set(ResidentFile.PREFECTURE, "東京都")
                .set(ResidentFile.CITY, "千代田区")
                .set(ResidentFile.TOWN, "千代田一丁目")
                .set(ResidentFile.RESIDENT_SINCE, since)
                .set(ResidentFile.FROM_CODE, from)
                .set(ResidentFile.MOVED_OUT_ON, movedOut)
                .set(ResidentFile.TO_CODE, movedTo)
                .set(ResidentFile.DIED_ON, died == null ? null : died.toString())
                .set(ResidentFile.ADDRESS_EXCEPTION, "0")
                .set(UnionPersonFile.EXTRACT, events == 1 ? "4" : "2")
                .set(UnionPersonFile.EXTRACT_REASON, "1")
                .set(UnionPersonFile.EXTRACTED_ON, day)
                .build();
    }

    /** Tax facts: a public pension and nothing else. */
    Row pension(int year, long revenue, long income) {
        return tax(year, "0", revenue, income);
    }

    Row undeclared(int year) {
        return tax(year, "1", 0, 0);
    }

    private Row tax(int year, String undeclared, long revenue, long income) {
        return TaxFile.LAYOUT
                .row()
                .set(TaxFile.HOME_CODE, city)
                .set(TaxFile.PERSON_KIND, "1")
                .set(TaxFile.PERSON_NO, number)
                .set(TaxFile.LEVY_YEAR, (long) year)
                .set(TaxFile.MUNICIPALITY_CODE, city)
                .set(TaxFile.CHANGE, "0")
                .set(TaxFile.TAXED, income > 0 ? "1" : "0")
                .set(TaxFile.UNDECLARED, undeclared)
                .set(TaxFile.TRANSITION, false)
                .set(TaxFile.BASE_GIVEN, false)
                .set(TaxFile.REDUCTION_GIVEN, false)
                .set(TaxFile.LOW_GIVEN, false)
                .set(TaxFile.SHARE_GIVEN, false)
                .set(TaxFile.PENSION, revenue)
                .set(TaxFile.MISC_TOTAL, income)
                .build();
    }

    /** 減免 of a levy year as the city's counter took it. */
    Row relief(String reception, LocalDate day, long levyYear, long yen) {
        return application("11", reception, day)
                .copy()
                .set(UnionApplyFile.LEVY_YEAR, levyYear)
                .set(UnionApplyFile.RELIEF, yen)
                .build();
    }

    Row application(String kind, String reception, LocalDate day) {
        return UnionApplyFile.LAYOUT
                .row()
                .set(UnionApplyFile.PERSON_NO, number)
                .set(UnionApplyFile.RECEPTION_NO, reception)
                .set(UnionApplyFile.KIND, kind)
                .set(UnionApplyFile.CANCELLED, "0")
                .set(UnionApplyFile.RECEIVED_ON, day)
                .set(UnionApplyFile.OCCURRED_ON, day)
                .build();
    }
}
