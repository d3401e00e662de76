package org.machi.city.people.outside;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.BirthAsked;
import org.machi.city.people.addressee.Fields;
import org.machi.formats.layout.NonResidentFile;
import org.machi.formats.number.MunicipalityCode;

/** The form of a 住登外者: all facts, why, for which 業務, and the papers that were seen. */
final class NonResidentForm {

    static final String NEW = "1";
    static final String CHANGED = "2";
    static final String ENDED = "3";

    /** 業務 that may use a number. */
    static final List<String> BUSINESSES = List.of("資格", "賦課", "徴収", "給付", "介護保険", "その他");

    private static final List<String> ADDRESS =
            List.of("prefecture", "city", "town", "lot", "building");

    private static final String CORPORATION = "2";

    private final Fields fields;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private NonResidentForm(Fields fields) {
        this.fields = fields;
    }

    /** Columns of the entry and their values; faults stand in the fields. */
    static Map<String, @Nullable Object> read(Fields fields, String change, LocalDate today) {
        NonResidentForm form = new NonResidentForm(fields);
        form.values.put("change", change);
        LocalDate on = fields.day("changedOn", "異動年月日", today);
        if (on.isAfter(today)) {
            fields.fault("異動年月日が今日より後です。");
        }
        form.values.put("changed_on", on);
        form.who();
        form.home();
        form.exception();
        String died = date(fields, "diedOn", "死亡年月日");
        form.values.put("died_on", died.isEmpty() ? null : died);
        form.values.put("business", form.oneOf("business", "番号を使う業務", BUSINESSES));
        form.values.put("evidence", fields.must("evidence", "確かめた書類", 100));
        form.values.put("another_person", fields.may("anotherPerson", "別人と確かめた方法", 200));
        return form.values;
    }

    private void who() {
        Map<String, String> reasons = NonResidentFile.REASON.type().meanings();
        values.put("reason", oneOf("reason", "登録事由", List.copyOf(reasons.keySet())));
        String kind = oneOf("personKind", "個人・法人", List.of("1", CORPORATION));
        values.put("person_kind", kind);
        values.put("name", fields.must("name", "氏名・名称", 80));
        values.put("name_kana", fields.kana("kana", "カナ"));
        values.put("alias", fields.may("alias", "通称", 80));
        values.put(
                "alias_kana",
                fields.text("aliasKana").isEmpty() ? null : fields.kana("aliasKana", "通称カナ"));
        values.put("name_latin", fields.may("latin", "英字氏名", 100));
        String birth = date(fields, "birthOn", "生年月日");
        boolean person = !CORPORATION.equals(kind);
        if (person && birth.isEmpty()) {
            fields.fault("生年月日を入れてください（分からない部分は年だけでも入れられます）。");
        }
        values.put("birth_on", birth.isEmpty() ? null : birth);
        values.put("sex", person ? oneOf("sex", "性別", List.of("1", "2", "0")) : "0");
        values.put("phone", fields.phone("phone"));
    }

    private void home() {
        String code = fields.text("municipalityCode");
        if (!MunicipalityCode.isValid(code)) {
            fields.fault("市区町村コードは検査数字を含む6桁です。");
        }
        values.put("municipality_code", code);
        values.put("postal_code", fields.postalCode("postalCode"));
        values.put("prefecture", fields.must("prefecture", "都道府県", 10));
        values.put("city", fields.must("city", "市区町村", 20));
        values.put("town", fields.must("town", "町名", 60));
        values.put("lot", fields.may("lot", "番地", 40));
        values.put("building", fields.may("building", "方書", 80));
        values.put("head_no", fields.personNo("headNo"));
        values.put("relation_name", fields.may("relationName", "続柄", 40));
    }

    private void exception() {
        boolean exception = fields.text("exception").equals("1");
        LocalDate from = fields.mayDay("exceptionFrom", "住所地特例適用日");
        String facility = fields.may("facility", "施設名", 60);
        if (exception && (from == null || facility == null)) {
            fields.fault("住所地特例には、適用日と施設名が必要です。");
        }
        values.put("address_exception", exception ? "1" : "0");
        values.put("exception_from", exception ? from : null);
        values.put("exception_until", null);
        values.put("facility", facility);
    }

    /**
     * What the form doesn't show stays as it is on record: 住所カナ as long as the address stands, and
     * 住所地特例終了日 as long as the exception does.
     */
    static void carryOver(Map<String, @Nullable Object> values, Map<String, @Nullable Object> row) {
        if (ADDRESS.stream().allMatch(item -> Objects.equals(values.get(item), row.get(item)))) {
            values.put("address_kana", row.get("address_kana"));
        }
        boolean standing =
                Objects.equals(values.get("address_exception"), row.get("address_exception"));
        if (standing && row.get("exception_until") instanceof Date until) {
            if ("0".equals(values.get("address_exception"))) {
                values.put("exception_from", row.get("exception_from"));
            }
            LocalDate last = until.toLocalDate();
            boolean begunLater =
                    values.get("exception_from") instanceof LocalDate from && from.isAfter(last);
            values.put("exception_until", begunLater ? null : last);
        }
    }

    private String oneOf(String field, String name, List<String> codes) {
        String code = fields.text(field);
        if (!codes.contains(code)) {
            fields.fault(name + "を選んでください。");
            return codes.getFirst();
        }
        return code;
    }

    /** A day that may be known only in part: 1950-00-00, 1950-05-00. */
    static String date(Fields fields, String field, String name) {
        String text = fields.text(field);
        if (text.isEmpty()) {
            return "";
        }
        return BirthAsked.read(text.replaceAll("(-00)+$", ""))
                .map(BirthAsked::uncertain)
                .orElseGet(() -> {
                    fields.fault(name + "を読み取れません。");
                    return "";
                });
    }

    /** A registered person's row as the form's fields, for its change. */
    static Map<String, String> fields(Map<String, @Nullable Object> row) {
        Map<String, String> fields = new HashMap<>();
        NAMES.forEach((field, column) -> {
            Object value = row.get(column);
            fields.put(field, value == null ? "" : value.toString());
        });
        return fields;
    }

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("reason", "reason"),
                    Map.entry("personKind", "person_kind"),
                    Map.entry("name", "name"),
                    Map.entry("kana", "name_kana"),
                    Map.entry("alias", "alias"),
                    Map.entry("aliasKana", "alias_kana"),
                    Map.entry("latin", "name_latin"),
                    Map.entry("birthOn", "birth_on"),
                    Map.entry("sex", "sex"),
                    Map.entry("phone", "phone"),
                    Map.entry("municipalityCode", "municipality_code"),
                    Map.entry("postalCode", "postal_code"),
                    Map.entry("prefecture", "prefecture"),
                    Map.entry("city", "city"),
                    Map.entry("town", "town"),
                    Map.entry("lot", "lot"),
                    Map.entry("building", "building"),
                    Map.entry("headNo", "head_no"),
                    Map.entry("relationName", "relation_name"),
                    Map.entry("exception", "address_exception"),
                    Map.entry("exceptionFrom", "exception_from"),
                    Map.entry("facility", "facility"),
                    Map.entry("diedOn", "died_on"));
}
