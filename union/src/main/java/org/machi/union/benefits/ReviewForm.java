package org.machi.union.benefits;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.benefit.OtherBenefits;

/** The fields of a verdict as the browser sent them. */
final class ReviewForm {

    private static final int REASON = 100;

    private final Map<String, String> fields;
    private @Nullable String fault;

    ReviewForm(Map<String, String> fields) {
        this.fields = fields;
    }

    /** What could not be read. */
    Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    Reviews.Verdict verdict(Reviews.Line line) {
        String reason = text("reason");
        if (reason.length() > REASON) {
            fault = "理由は%d文字までです。".formatted(REASON);
        }
        String told = reason;
        long recognised = hundredths("recognised", "認めた額") / 100;
        if (line.isAbroad() && !text("foreign").isEmpty()) {
            recognised =
                    OtherBenefits.abroad(hundredths("foreign", "外貨の額"), hundredths("rate", "換算率"));
            told =
                    "%s（外貨 %s を 1につき%s円で換算し、%,d円）"
                            .formatted(reason, text("foreign"), text("rate"), recognised);
        }
        return new Reviews.Verdict(
                text("result").equals("1"),
                recognised,
                reason.isBlank() ? "" : told,
                until(),
                text("relief").matches("[123]") ? text("relief") : null);
    }

    private String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** A number with at most two decimals, times a hundred; 0 for nothing. */
    private long hundredths(String field, String name) {
        String given = text(field).replace(",", "");
        if (given.isEmpty()) {
            return 0;
        }
        if (!given.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
            fault = name + "は数字（小数は2桁まで）で入れてください。";
            return 0;
        }
        int point = given.indexOf('.');
        String whole = point < 0 ? given : given.substring(0, point);
        String rest = point < 0 ? "" : given.substring(point + 1);
        return Long.parseLong(whole + (rest + "00").substring(0, 2));
    }

    private @Nullable LocalDate until() {
        if (text("until").isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text("until"));
        } catch (DateTimeParseException _) {
            fault = "適用終了日を読み取れません。";
            return null;
        }
    }
}
