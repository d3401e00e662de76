package org.machi.city.koki.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.letters.LetterArchive;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Component;

/** 通知書: what was told to a person, each letter as it was printed. */
@Component
class LetterSection implements PersonSection {

    private final LetterArchive archive;

    LetterSection(LetterArchive archive) {
        this.archive = archive;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String code() {
        return "letters";
    }

    @Override
    public String title() {
        return "通知書";
    }

    @Override
    public String duty() {
        return KokiDesk.LETTERS;
    }

    @Override
    public boolean ledger() {
        return true;
    }

    @Override
    public String fragment() {
        return "city/koki/letters :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<LetterArchive.Sent> letters = archive.of(personNo);
        return letters.isEmpty() ? null : letters;
    }
}
