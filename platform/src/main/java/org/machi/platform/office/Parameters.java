package org.machi.platform.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The office's dated parameters. A value is asked for a day; no value for that day is an error that
 * names the parameter and the day, never a default.
 */
@Repository
public class Parameters {

    private final JdbcClient db;
    private final Map<String, List<Parameter>> known = new ConcurrentHashMap<>();

    Parameters(JdbcClient db) {
        this.db = db;
    }

    public String text(String code, LocalDate day) {
        return on(code, day).value();
    }

    public long number(String code, LocalDate day) {
        Parameter parameter = on(code, day);
        try {
            return Long.parseLong(parameter.value());
        } catch (NumberFormatException e) {
            throw new IllegalStateException("パラメータ" + code + "は数値ではありません: " + parameter, e);
        }
    }

    /** A parameter that an office may leave out; nothing on days without a value. */
    public OptionalLong numberIfAny(String code, LocalDate day) {
        boolean there =
                values(code).stream()
                        .anyMatch(value ->
                                !value.validFrom().isAfter(day) && value.validTo().isAfter(day));
        return there ? OptionalLong.of(number(code, day)) : OptionalLong.empty();
    }

    public boolean flag(String code, LocalDate day) {
        return switch (text(code, day)) {
            case "1" -> true;
            case "0" -> false;
            case String other ->
                    throw new IllegalStateException("パラメータ" + code + "は0か1ではありません: " + other);
        };
    }

    /** The one value that is valid on the day, with its source. */
    public Parameter on(String code, LocalDate day) {
        List<Parameter> found =
                values(code).stream()
                        .filter(value ->
                                !value.validFrom().isAfter(day) && value.validTo().isAfter(day))
                        .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "パラメータ%sの%sの値が%d件あります".formatted(code, day, found.size()));
        }
        return found.getFirst();
    }

    /** All values of a parameter; a transaction that changes some reads what it has written. */
    private List<Parameter> values(String code) {
        return TransactionSynchronizationManager.hasResource(this)
                ? read(code)
                : known.computeIfAbsent(code, this::read);
    }

    private List<Parameter> read(String code) {
        return db.sql(
                        """
                        SELECT code, value, valid_from,
                               CASE WHEN isfinite(valid_to) THEN valid_to END AS valid_to,
                               source, mark
                          FROM office.parameter WHERE code = ? ORDER BY valid_from
                        """)
                .param(code)
                .query((row, n) -> parameter(row))
                .list();
    }

    /** Everything, for the page that shows the office's settings. */
    public List<Parameter> all() {
        return db.sql(
                        """
                        SELECT code, value, valid_from,
                               CASE WHEN isfinite(valid_to) THEN valid_to END AS valid_to,
                               source, mark
                          FROM office.parameter ORDER BY code, valid_from
                        """)
                .query((row, n) -> parameter(row))
                .list();
    }

    /** Adds values; one that overlaps an existing period is refused by the database. */
    public void add(List<Parameter> parameters) {
        changing();
        for (Parameter parameter : parameters) {
            db.sql(
                            """
                            INSERT INTO office.parameter
                                (code, value, valid_from, valid_to, source, mark)
                            VALUES (?, ?, ?, coalesce(?::date, 'infinity'), ?, ?)
                            """)
                    .param(parameter.code())
                    .param(parameter.value())
                    .param(parameter.validFrom())
                    .param(parameter.validTo().equals(LocalDate.MAX) ? null : parameter.validTo())
                    .param(parameter.source())
                    .param(String.valueOf(parameter.mark()))
                    .update();
        }
        known.clear();
    }

    /**
     * Begins a new value: the one that is valid until then ends the day before. The old value stays
     * readable for the days on which it held.
     */
    public void change(Parameter parameter) {
        changing();
        db.sql(
                        """
                        UPDATE office.parameter SET valid_to = :from
                         WHERE code = :code AND valid @> :from::date AND valid_from < :from
                        """)
                .param("code", parameter.code())
                .param("from", parameter.validFrom())
                .update();
        add(List.of(parameter));
    }

    /** What is known is read again when the transaction ends, whatever becomes of it. */
    private void changing() {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, this);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
    }

    /** Forgets all values at the end of a transaction that changed some. */
    private final class Forgetting implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Parameters.this);
            known.clear();
        }
    }

    private static Parameter parameter(java.sql.ResultSet row) throws java.sql.SQLException {
        LocalDate to = row.getObject("valid_to", LocalDate.class);
        return new Parameter(
                row.getString("code"),
                row.getString("value"),
                row.getObject("valid_from", LocalDate.class),
                to == null ? LocalDate.MAX : to,
                row.getString("source"),
                row.getString("mark").charAt(0));
    }
}
