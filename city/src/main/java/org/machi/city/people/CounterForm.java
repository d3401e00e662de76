package org.machi.city.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.Presence.AgentCheck;
import org.machi.city.people.Presence.CameAs;
import org.machi.city.people.Presence.IdentityCheck;
import org.machi.city.people.Presence.NumberCheck;
import org.machi.formats.layout.UnionApplyFile;

/** The fields of the form of an application as the browser sent them, on the way to an entry. */
final class CounterForm {

    private final Map<String, String> fields;
    private final List<Facilities.Facility> facilities;
    private final List<String> faults = new ArrayList<>();

    CounterForm(Map<String, String> fields, List<Facilities.Facility> facilities) {
        this.fields = fields;
        this.facilities = facilities;
    }

    /** What could not be read; the entry is of use only when this is empty. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    CounterEntry entry(long personNo, LocalDate today) {
        Optional<Facilities.Facility> facility = facility();
        return new CounterEntry(
                personNo,
                text("kind"),
                day("occurredOn", "事由発生年月日", today),
                optionalDay("untilOn", "終了年月日"),
                code("disability", UnionApplyFile.DISABILITY.type().meanings()),
                facility.map(Facilities.Facility::municipalityCode).orElse(null),
                facility.map(Facilities.Facility::name).orElse(null),
                shortText("note", "備考", 200),
                new CounterEntry.Particulars(
                        optionalDay("reportedOn", "届出年月日"),
                        reason(),
                        revenue(),
                        code("disease", UnionApplyFile.DISEASE.type().meanings()),
                        code("cardKind", UnionApplyFile.CARD_KIND.type().meanings()),
                        code("share", UnionApplyFile.SHARE.type().meanings()),
                        facility.map(Facilities.Facility::address).orElse(null),
                        personNo("homeOf")),
                new Presence(
                        choice("cameAs", CameAs.class, CameAs.SELF),
                        text("agentName"),
                        choice("numberCheck", NumberCheck.class, NumberCheck.NONE),
                        choice("identityCheck", IdentityCheck.class, IdentityCheck.TWO),
                        text("agentCheck").isEmpty()
                                ? null
                                : choice("agentCheck", AgentCheck.class, AgentCheck.MANDATE)));
    }

    private String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    private @Nullable String shortText(String field, String name, int most) {
        String text = text(field);
        if (text.length() > most) {
            faults.add(name + "は" + most + "文字までです。");
        }
        return text.isEmpty() ? null : text;
    }

    private @Nullable String code(String field, Map<String, String> meanings) {
        String code = text(field);
        return meanings.containsKey(code) ? code : null;
    }

    /**
     * The list of reasons carries the kind before the code, because codes mean different things.
     */
    private @Nullable String reason() {
        String given = text("reason");
        String kind = text("kind");
        return given.length() == 4 && given.startsWith(kind) ? given.substring(2) : null;
    }

    private @Nullable Long revenue() {
        String given = text("revenue").replace(",", "");
        if (given.isEmpty()) {
            return null;
        }
        if (!given.matches("[0-9]{1,11}")) {
            faults.add("世帯の収入額は円単位の数字です。");
            return null;
        }
        return Long.valueOf(given);
    }

    private @Nullable Long personNo(String field) {
        String digits = text(field);
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("[1-9][0-9]{0,14}")) {
            faults.add("宛名番号は15桁までの数字です。");
            return null;
        }
        return Long.valueOf(digits);
    }

    /** The facility of the register that was chosen. */
    private Optional<Facilities.Facility> facility() {
        return facilities.stream()
                .filter(one -> Long.toString(one.facilityNo()).equals(text("facilityNo")))
                .findFirst();
    }

    private LocalDate day(String field, String name, LocalDate otherwise) {
        LocalDate day = optionalDay(field, name);
        return day == null ? otherwise : day;
    }

    private @Nullable LocalDate optionalDay(String field, String name) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            faults.add(name + "を読み取れません。");
            return null;
        }
    }

    private <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text(field))) {
                return value;
            }
        }
        faults.add("確認に使ったものを選んでください。");
        return otherwise;
    }
}
