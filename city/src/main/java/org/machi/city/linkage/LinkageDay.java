package org.machi.city.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.jobs.Step;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/** What is shared on a business day, after the union's answers were taken. */
@Component
public class LinkageDay {

    /** 保健医療課, which gets what changed every business day. */
    private static final String DAILY = "T8";

    private final SharedData shared;
    private final Definitions definitions;
    private final OrganisationSettings settings;

    LinkageDay(SharedData shared, Definitions definitions, OrganisationSettings settings) {
        this.shared = shared;
        this.definitions = definitions;
        this.settings = settings;
    }

    public List<Step> steps() {
        return List.of(Step.of("統合データベースへの提供と庁内連携", this::share));
    }

    /**
     * What changed since the receiver read last goes to its inbox as a file of the day's number; so
     * does who is protected since, with the address hidden. A step that is repeated after a crash
     * writes the same file again under the same name.
     */
    private void share(StepContext step) {
        LocalDate day = step.businessDate();
        int put = shared.putInsured(day);
        if (put > 0) {
            step.count("提供", put);
        }
        Definition daily = definitions.find(DAILY).orElseThrow();
        if (daily.suspendedOn() != null || !shared.hasNews(daily)) {
            return;
        }
        List<List<String>> rows = shared.takeNews(daily, day, step.actor()).rows();
        step.count(daily.receiver(), rows.size());
        if (!rows.isEmpty()) {
            int serial =
                    day.getYear() % 100 * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
            deliver(TransferFile.of(daily, settings.code(), serial, day), rows);
        }
    }

    private void deliver(TransferFile file, List<List<String>> rows) {
        Path inbox =
                settings.exchange()
                        .resolve(file.definition().roleName().toUpperCase(Locale.ROOT))
                        .resolve("in");
        try {
            Files.createDirectories(inbox);
            Path draft = inbox.resolve("." + file.name() + ".tmp");
            Files.write(draft, file.bytes(rows));
            Files.move(
                    draft,
                    inbox.resolve(file.name()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
