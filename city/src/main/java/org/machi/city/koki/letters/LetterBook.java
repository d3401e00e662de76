package org.machi.city.koki.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.machi.platform.database.CopyWriter;
import org.machi.platform.files.FileStore;
import org.machi.platform.forms.IndexEntry;
import org.machi.platform.forms.PrintRun;
import org.machi.platform.forms.Undrawable;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/** 発行簿: every letter with the bundle and the page where it lies. */
@Component
public class LetterBook {

    private static final String UNDRAWABLE = "描けない文字";

    private final FileStore store;

    LetterBook(FileStore store) {
        this.store = store;
    }

    Entries open(LocalDate today) {
        return new Entries(today, store);
    }

    /** How many letters bear a number of this day. */
    int issued(StepContext step) {
        return step.db()
                .sql("select count(*) from koki.letter where issued_on = :today")
                .param("today", step.businessDate())
                .query(Integer.class)
                .single();
    }

    /** The entries of one run; kept together at its end. */
    static final class Entries {

        private final LocalDate today;
        private final FileStore store;
        private final List<Entry> entries = new ArrayList<>();
        private final Set<Undrawable> faults = new LinkedHashSet<>();

        private record Entry(
                PlannedLetter letter,
                @Nullable IndexEntry place,
                int pages,
                @Nullable Long fileId,
                @Nullable String bundle,
                @Nullable String pulledOut,
                @Nullable String keptAs) {}

        private Entries(LocalDate today, FileStore store) {
            this.today = today;
            this.store = store;
        }

        void printed(@Nullable PlannedLetter letter, IndexEntry place, long fileId, String bundle) {
            if (letter != null) {
                entries.add(new Entry(letter, place, place.pages(), fileId, bundle, null, null));
            }
        }

        /** A letter that may not go out is kept, to be printed when somebody released it. */
        void stopped(PlannedLetter letter, PrintRun.Single single) {
            if (single.undrawable().isEmpty()) {
                pulledOut(letter, letter.pulledOut(), store.keep(single.pdf(), today));
            } else {
                pulledOut(letter, letter.pulledOut() + "、" + UNDRAWABLE, null);
                faults.addAll(single.undrawable());
            }
        }

        private void pulledOut(PlannedLetter letter, String reason, @Nullable String keptAs) {
            int pages = letter.letter().pages().size();
            entries.add(new Entry(letter, null, pages, null, null, reason, keptAs));
        }

        /** Letters with characters that no font has are never printed; they wait in a list. */
        void undrawable(Map<String, PlannedLetter> letters, List<Undrawable> undrawable) {
            undrawable.stream()
                    .map(fault -> letters.get(fault.letterNo()))
                    .filter(letter -> letter != null)
                    .distinct()
                    .forEach(letter -> pulledOut(letter, UNDRAWABLE, null));
            faults.addAll(undrawable);
        }

        long count() {
            return entries.size();
        }

        long pulledOut() {
            return entries.stream().filter(entry -> entry.pulledOut() != null).count();
        }

        void keep(StepContext step) {
            try (CopyWriter copy =
                    step.copyIn(
                            "koki.letter",
                            "letter_no",
                            "kind",
                            "person_no",
                            "insured_no",
                            "levy_year",
                            "assessment_no",
                            "plan_version",
                            "issued_on",
                            "title",
                            "file_id",
                            "bundle",
                            "first_page",
                            "pages",
                            "pulled_out",
                            "kept_as")) {
                entries.forEach(entry -> put(copy, entry));
                copy.finish();
            }
            keepFaults(step);
        }

        private void put(CopyWriter copy, Entry entry) {
            PlanKey key = entry.letter().key();
            IndexEntry place = entry.place();
            copy.row()
                    .put(entry.letter().letterNo())
                    .put(entry.letter().kind().code())
                    .put(key.personNo())
                    .put(key.insuredNo())
                    .put(key.levyYear())
                    .put(key.assessmentNo())
                    .put(key.planVersion())
                    .put(today)
                    .put(entry.letter().kind().title())
                    .put(entry.fileId())
                    .put(entry.bundle())
                    .put(place == null ? null : place.firstPage())
                    .put(entry.pages())
                    .put(entry.pulledOut())
                    .put(entry.keptAs());
        }

        private void keepFaults(StepContext step) {
            try (CopyWriter copy =
                    step.copyIn(
                            "koki.letter_set_aside",
                            "letter_no",
                            "item",
                            "character",
                            "code_points")) {
                for (Undrawable fault : faults) {
                    copy.row()
                            .put(fault.letterNo())
                            .put(fault.field())
                            .put(fault.character())
                            .put(fault.codePoints());
                }
                copy.finish();
            }
        }
    }
}
