package org.machi.union.window;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Row;
import org.machi.formats.layout.UnionApplyFile;

/** The fields of a 届出・申請 at a 窓口端末 as the browser sent them, on the way to a row for the union. */
final class EntryForm {

    /** What the union's rules decide at once, in the order of the form. */
    static final List<String> AT_ONCE = List.of("18", "20", "23", "14", "03");

    /** What somebody of the union decides by papers; it is confirmed and sent. */
    static final List<String> BY_PAPERS = List.of("17", "19");

    static final Map<String, String> IDENTITY = identity();

    private static final String BY_DIAGNOSIS = "99";

    private final Map<String, String> fields;
    private final List<String> faults = new ArrayList<>();

    EntryForm(Map<String, String> fields) {
        this.fields = fields;
    }

    private static Map<String, String> identity() {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("CARD", "個人番号カード");
        ways.put("LICENCE", "運転免許証・運転経歴証明書");
        ways.put("PASSPORT", "旅券");
        ways.put("RESIDENCE", "在留カード・特別永住者証明書");
        ways.put("DISABILITY", "障害者手帳");
        ways.put("TWO", "資格確認書等の書類2点");
        return ways;
    }

    /** Who stood there and how the clerk made sure. */
    record Presence(String cameAs, @Nullable String agent, String identity) {}

    String kind() {
        return text("kind");
    }

    /** Waits for a second clerk who sends it, because papers must be looked at. */
    boolean byPapers() {
        return BY_PAPERS.contains(kind())
                || (kind().equals("03") && text("disability").equals(BY_DIAGNOSIS));
    }

    LocalDate occurredOn(LocalDate today) {
        Optional<LocalDate> day = WindowPages.date(text("occurredOn"));
        if (day.isEmpty()) {
            faults.add("事由発生年月日を入れてください。");
        } else if (day.get().isAfter(today)) {
            faults.add("事由発生年月日が業務日付より後です。");
        }
        return day.orElse(today);
    }

    Presence presence() {
        boolean agent = text("cameAs").equals("AGENT");
        if (agent && text("agent").isEmpty()) {
            faults.add("代理人の氏名と本人との関係を入れてください。");
        }
        if (!IDENTITY.containsKey(text("identity"))) {
            faults.add("本人確認の方法を選んでください。");
        }
        return new Presence(
                agent ? "AGENT" : "SELF", agent ? text("agent") : null, text("identity"));
    }

    /** The items that belong to the kind; what the form sent beside them is left. */
    Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        switch (kind()) {
            case "03" -> must(details, UnionApplyFile.DISABILITY, "障害区分を選んでください。");
            case "14" -> must(details, UnionApplyFile.REASON, "取得の事由を選んでください。");
            case "17" -> must(details, UnionApplyFile.REVENUE, "世帯の収入額を入れてください。");
            case "18" -> {
                must(details, UnionApplyFile.REASON, "再交付の理由を選んでください。");
                must(details, UnionApplyFile.CARD_KIND, "再交付する証を選んでください。");
            }
            case "19" -> must(details, UnionApplyFile.DISEASE, "特定疾病を選んでください。");
            case "20" -> {}
            case "23" -> must(details, UnionApplyFile.SHARE, "証明された負担割合を選んでください。");
            default -> faults.add("届出・申請の種類を選んでください。");
        }
        String note = text(UnionApplyFile.NOTE.code());
        if (!note.isEmpty()) {
            details.put(UnionApplyFile.NOTE.code(), note);
        }
        return details;
    }

    private void must(Map<String, String> details, Column<?> column, String otherwise) {
        String value = text(column.code());
        if (value.isEmpty()) {
            faults.add(otherwise);
        } else {
            details.put(column.code(), value);
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /**
     * The row as a city would have sent it.
     *
     * @throws FormatException when a value does not fit its item
     */
    static Row row(Entries.Entry entry) {
        Row.Builder row =
                UnionApplyFile.LAYOUT
                        .row()
                        .set(UnionApplyFile.PERSON_NO, entry.personNo())
                        .set(UnionApplyFile.RECEPTION_NO, entry.receptionNo())
                        .set(UnionApplyFile.KIND, entry.kind())
                        .set(UnionApplyFile.CANCELLED, "0")
                        .set(UnionApplyFile.RECEIVED_ON, entry.receivedOn())
                        .set(UnionApplyFile.REPORTED_ON, entry.receivedOn())
                        .set(UnionApplyFile.OCCURRED_ON, entry.occurredOn());
        for (Column<String> column :
                List.of(
                        UnionApplyFile.DISABILITY,
                        UnionApplyFile.REASON,
                        UnionApplyFile.CARD_KIND,
                        UnionApplyFile.DISEASE,
                        UnionApplyFile.SHARE,
                        UnionApplyFile.NOTE)) {
            row.set(column, entry.details().get(column.code()));
        }
        String revenue = entry.details().get(UnionApplyFile.REVENUE.code());
        return row.set(
                        UnionApplyFile.REVENUE,
                        revenue == null ? null : UnionApplyFile.REVENUE.type().parse(revenue))
                .build();
    }
}
