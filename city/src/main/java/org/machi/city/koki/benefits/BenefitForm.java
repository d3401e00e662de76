package org.machi.city.koki.benefits;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.Presence;
import org.machi.city.people.Presence.AgentCheck;
import org.machi.city.people.Presence.CameAs;
import org.machi.city.people.Presence.IdentityCheck;
import org.machi.city.people.Presence.NumberCheck;
import org.machi.formats.layout.BenefitApplyFile;
import org.springframework.util.MultiValueMap;

/** The fields of the form as the browser sent them, on the way to an entry. */
final class BenefitForm {

    private static final int NOTE = 200;
    private static final int NAME = 80;

    private final MultiValueMap<String, String> fields;
    private final List<String> faults = new ArrayList<>();

    BenefitForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /** What could not be read; the entry is of use only when this is empty. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    BenefitEntry entry(long personNo, LocalDate today) {
        return new BenefitEntry(
                personNo,
                text("kind"),
                code("channel", BenefitApplyFile.CHANNEL.type().meanings().keySet(), "1"),
                day(today),
                new BenefitEntry.Amounts(
                        text("expense").isEmpty() ? null : text("expense"),
                        yen("paid", "支払った額"),
                        yen("carePaid", "介護の自己負担額"),
                        days()),
                new BenefitEntry.Applicant(
                        limited("applicant", "申請者の氏名", NAME),
                        limited("applicantKana", "申請者のカナ", NAME),
                        code("relation", BenefitApplyFile.RELATION.type().meanings().keySet(), "1"),
                        emptyToNull(limited("applicantAddress", "申請者の住所", NOTE))),
                account(),
                fields.getOrDefault("papers", List.of()),
                emptyToNull(limited("note", "備考", NOTE)),
                presence());
    }

    private Presence presence() {
        return new Presence(
                choice("cameAs", CameAs.class, CameAs.SELF),
                text("agentName"),
                NumberCheck.NONE,
                choice("identityCheck", IdentityCheck.class, IdentityCheck.TWO),
                text("agentCheck").isEmpty()
                        ? null
                        : choice("agentCheck", AgentCheck.class, AgentCheck.MANDATE));
    }

    private BenefitEntry.@Nullable Account account() {
        if (text("accountNo").isEmpty() && text("bankCode").isEmpty()) {
            return null;
        }
        return new BenefitEntry.Account(
                text("bankCode"),
                text("bankKana"),
                text("branchCode"),
                text("branchKana"),
                text("accountKind"),
                text("accountNo"),
                text("holder"),
                text("agentAccount").equals("1"));
    }

    private String text(String field) {
        String given = fields.getFirst(field);
        return given == null ? "" : given.strip();
    }

    private String limited(String field, String name, int most) {
        String text = text(field);
        if (text.length() > most) {
            faults.add(name + "は" + most + "文字までです。");
        }
        return text;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private String code(String field, Set<String> codes, String otherwise) {
        return codes.contains(text(field)) ? text(field) : otherwise;
    }

    private @Nullable Long yen(String field, String name) {
        String given = text(field).replace(",", "");
        if (given.isEmpty()) {
            return null;
        }
        if (!given.matches("[0-9]{1,9}")) {
            faults.add(name + "は円単位の数字です。");
            return null;
        }
        return Long.valueOf(given);
    }

    private @Nullable Integer days() {
        String given = text("days");
        if (given.isEmpty()) {
            return null;
        }
        if (!given.matches("[0-9]{1,3}")) {
            faults.add("日数・回数は3桁までの数字です。");
            return null;
        }
        return Integer.valueOf(given);
    }

    private LocalDate day(LocalDate otherwise) {
        try {
            return text("occurredOn").isEmpty() ? otherwise : LocalDate.parse(text("occurredOn"));
        } catch (DateTimeParseException _) {
            faults.add("事由発生年月日を読み取れません。");
            return otherwise;
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
