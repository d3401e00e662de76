package org.machi.city.koki.mail;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Component;

/** 返戻 on the person page: what came back, and whether the person's whereabouts are known. */
@Component
class MailSection implements PersonSection {

    private final ReturnedMail mail;

    MailSection(ReturnedMail mail) {
        this.mail = mail;
    }

    @Override
    public int order() {
        return 51;
    }

    @Override
    public String code() {
        return "mail";
    }

    @Override
    public String title() {
        return "返戻・居所";
    }

    @Override
    public String duty() {
        return MailDesk.MAIL;
    }

    @Override
    public String fragment() {
        return "city/koki/mail :: section";
    }

    /** What came back to a person, and since when he is 居所不明. */
    public record Shown(
            long personNo, @Nullable LocalDate unknownSince, List<ReturnedMail.Line> lines) {}

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<ReturnedMail.Line> lines = mail.of(personNo);
        LocalDate since = mail.unknownSince(personNo).orElse(null);
        return lines.isEmpty() && since == null ? null : new Shown(personNo, since, lines);
    }
}
