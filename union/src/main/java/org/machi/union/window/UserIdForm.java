package org.machi.union.window;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.machi.platform.staff.Duty;
import org.springframework.util.MultiValueMap;

/** The fields of a ユーザーID変更申請書 as the browser sent them. */
final class UserIdForm {

    private UserIdForm() {}

    /** What is asked for; empty when kind or day can't be read. */
    static Optional<UserIds.Wish> wish(String city, MultiValueMap<String, String> fields) {
        Optional<LocalDate> day = WindowPages.date(text(fields, "onDay"));
        Optional<UserIds.Kind> kind =
                Arrays.stream(UserIds.Kind.values())
                        .filter(one -> one.name().equals(text(fields, "kind")))
                        .findFirst();
        if (day.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        List<String> duties =
                new ArrayList<>(
                        fields.getOrDefault("duties", List.of()).stream()
                                .flatMap(value -> Arrays.stream(value.split(",")))
                                .toList());
        duties.retainAll(WindowDesk.OF_CITIES.stream().map(Duty::code).toList());
        String id = text(fields, "userId");
        return Optional.of(
                new UserIds.Wish(
                        city,
                        kind.get(),
                        id.isEmpty() || kind.get() == UserIds.Kind.FIRST ? null : id,
                        text(fields, "holder"),
                        text(fields, "department"),
                        day.get(),
                        duties,
                        text(fields, "reason")));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
