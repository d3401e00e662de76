package org.machi.world.offices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.WelfareFile;
import org.machi.world.Stage;
import org.machi.world.events.WelfareEvent;
import org.machi.world.people.Dice;
import org.machi.world.people.Numbers;
import org.machi.world.people.Population;
import org.machi.world.people.Topic;
import org.machi.world.post.Post;
import org.machi.world.post.Sending;
import org.machi.world.post.SentFile;

/** 福祉事務所: who receives 生活保護, everyone once, then each month what changed (SEIHO). */
public final class Welfare {
    private static final int DAY_OF_MONTH = 5;

    private final Stage stage;
    private final Post post;
    private @Nullable LocalDate last;
    private final List<List<Row>> pending = List.of(new ArrayList<>(), new ArrayList<>());

    public Welfare(Stage stage) {
        this.stage = stage;
        this.post = new Post(stage.data(), "FUKUSHI", stage.progress());
    }

    /** Sends those who receive it when the year begins. */
    public List<SentFile> sendAll(LocalDate day) {
        return post.sentOn(day).orElseGet(() -> writeAll(day));
    }

    private List<SentFile> writeAll(LocalDate day) {
        Sending sending = post.sendingOn(day);
        Population people = stage.people();
        for (int city = 0; city < stage.place().cities(); city++) {
            List<Row> rows = new ArrayList<>();
            for (int p = 0; p < people.size(); p++) {
                if (people.resident(p) && people.city(p) == city && people.traits().onWelfare(p)) {
                    int days = Dice.of(stage.seed(), Topic.WELFARE, p).between(100, 4_000);
                    LocalDate from = day.minusDays(days);
                    rows.add(row(new WelfareEvent(p, city, "1", from, from.plusDays(14))));
                }
            }
            sending.send(FileKind.SEIHO, stage.place().cityCode(city), rows);
        }
        return sending.complete();
    }

    /** Keeps an event for the next monthly file. */
    public void hear(WelfareEvent event) {
        pending.get(event.city()).add(row(event));
    }

    private Row row(WelfareEvent e) {
        Population people = stage.people();
        return WelfareFile.LAYOUT
                .row()
                .set(WelfareFile.PERSON_NO, Numbers.personNo(e.city(), e.person()))
                .set(WelfareFile.CASE_NO, String.format("%07d", e.person() + 1))
                .set(WelfareFile.CHANGE, e.change())
                .set(WelfareFile.CHANGED_ON, e.changedOn())
                .set(WelfareFile.DECIDED_ON, e.decidedOn())
                .set(WelfareFile.NAME_KANA, people.names(e.person()).kana())
                .set(WelfareFile.BIRTH_ON, ResidentRows.birth(people, e.person()))
                .build();
    }

    /** Begins a day, played for the first time or again: after a file the list is empty. */
    public void newDay(LocalDate day) {
        LocalDate before = last;
        if (before != null && stage.isOnOrAfter(before, DAY_OF_MONTH)) {
            pending.forEach(List::clear);
        }
        last = day;
    }

    /** Sends the month's changes on the first business day from the fifth on. */
    public List<SentFile> sendDay(LocalDate day) {
        if (!stage.isOnOrAfter(day, DAY_OF_MONTH)) {
            return List.of();
        }
        return post.sentOn(day)
                .orElseGet(() -> {
                    Sending sending = post.sendingOn(day);
                    for (int city = 0; city < pending.size(); city++) {
                        String to = stage.place().cityCode(city);
                        sending.send(FileKind.SEIHO, to, pending.get(city));
                    }
                    return sending.complete();
                });
    }
}
