package org.machi.city.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 統合データベース: the provider's functions put into it, a receiver's function takes out of it. The
 * application may not read what lies there; it steps into the receiver's role for the one call.
 */
@Component
public class SharedData {

    /** 戸籍住民課, which hears every business day who is insured. */
    public static final String RESIDENT_RECORD = "T2";

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final Definitions definitions;

    SharedData(JdbcClient db, OrganisationSettings settings, Definitions definitions) {
        this.db = db;
        this.definitions = definitions;
        this.settings = settings;
    }

    /**
     * What a receiver got.
     *
     * @param stopped people whom 支援措置 kept out or whose address was hidden
     */
    record Taken(List<List<String>> rows, long stopped) {}

    /** Puts what changed of the insured since the last time; returns how many. */
    public int putInsured(LocalDate day) {
        return db.sql("select share.put_insured(:day)")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** Puts what a definition reads, where that is not put every day. */
    void put(Definition definition, List<Long> people, LocalDate day) {
        switch (String.valueOf(definition.dataset())) {
            case "payment" ->
                    db.sql("select share.put_payment(:day)")
                            .param("day", day)
                            .query(Integer.class)
                            .single();
            case "claim" ->
                    db.sql("select share.put_claim(:day, cast(:people as bigint[]))")
                            .param("day", day)
                            .param("people", people.toArray(Long[]::new))
                            .query(Integer.class)
                            .single();
            default -> putInsured(day);
        }
    }

    /**
     * Reads by a definition who changed since its receiver read last, and these people besides;
     * nobody while it is suspended.
     */
    public List<List<String>> takeNews(
            String code, List<Long> besides, LocalDate day, Actor actor) {
        Definition definition = definitions.find(code).orElseThrow();
        List<List<String>> rows = new ArrayList<>();
        if (definition.suspendedOn() == null) {
            if (hasNews(definition)) {
                rows.addAll(takeNews(definition, day, actor).rows());
            }
            if (!besides.isEmpty()) {
                rows.addAll(take(definition, besides, null, day, actor).rows());
            }
        }
        return rows;
    }

    /** Whether the receiver has not read everything that changed. */
    boolean hasNews(Definition definition) {
        return db.sql("select share.has_news(:code)")
                .param("code", definition.code())
                .query(Boolean.class)
                .single();
    }

    /** Reads who changed since the receiver read last. */
    Taken takeNews(Definition definition, LocalDate day, Actor actor) {
        long last =
                db.sql(
                                "select coalesce(max(change_no), 0) from share.reading where definition = :code")
                        .param("code", definition.code())
                        .query(Long.class)
                        .single();
        return take(definition, null, last, day, actor);
    }

    /**
     * Reads as the receiver does, in the current transaction; the function leaves the audit event.
     *
     * @param people only these; null for everybody
     * @param after only who changed after this 変更番号; null for everybody
     */
    Taken take(
            Definition definition,
            @Nullable List<Long> people,
            @Nullable Long after,
            LocalDate day,
            Actor actor) {
        List<List<String>> rows = new ArrayList<>();
        db.sql("set local role " + settings.database().receiver(definition.roleName())).update();
        db.sql(
                        "select * from share.read_%s(:day, cast(:after as bigint), cast(:people as bigint[]), :staff, :terminal, :office, :duty)"
                                .formatted(definition.code().toLowerCase(Locale.ROOT)))
                .param("day", day)
                .param("after", after)
                .param("people", people == null ? null : people.toArray(Long[]::new))
                .param("staff", actor.staff())
                .param("terminal", actor.terminal())
                .param("office", actor.office())
                .param("duty", actor.duty())
                .query(row -> {
                    List<String> line = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String text = row.getString(i);
                        line.add(text == null ? "" : text);
                    }
                    rows.add(line);
                });
        db.sql("reset role").update();
        long stopped =
                db.sql(
                                "select stopped from share.reading where definition = :code order"
                                        + " by reading_no desc limit 1")
                        .param("code", definition.code())
                        .query(Long.class)
                        .single();
        return new Taken(rows, stopped);
    }
}
