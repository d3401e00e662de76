package org.machi.calculators.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one question, understood: each by its field, what is not required perhaps absent.
 */
public final class Facts {
    private final String place;
    private final Map<Field, Object> values;

    Facts(String place, Map<Field, Object> values) {
        this.place = place;
        this.values = Map.copyOf(values);
    }

    public boolean has(Field field) {
        return values.containsKey(field);
    }

    /** A day that is required. */
    public LocalDate day(Field field) {
        return (LocalDate) value(field);
    }

    public Optional<LocalDate> dayIf(Field field) {
        return Optional.ofNullable((LocalDate) values.get(field));
    }

    /** Whole yen; 0 when absent. */
    public long yen(Field field) {
        return has(field) ? (Long) value(field) : 0;
    }

    public int number(Field field) {
        return Math.toIntExact((Long) value(field));
    }

    public boolean yes(Field field) {
        return has(field) && (Boolean) value(field);
    }

    public String choice(Field field) {
        return (String) value(field);
    }

    /** Months in the order in which they were written; empty when absent. */
    @SuppressWarnings("unchecked")
    public List<Integer> months(Field field) {
        return has(field) ? (List<Integer>) value(field) : List.of();
    }

    /** The entries of a list; empty when absent. */
    @SuppressWarnings("unchecked")
    public List<Facts> list(Field field) {
        return has(field) ? (List<Facts>) value(field) : List.of();
    }

    /** A fact that only some questions need. */
    public LocalDate dayNeeded(Field field, String because) {
        return dayIf(field).orElseThrow(() -> refused(field, "", because, "書いてください"));
    }

    /** What the calculator itself finds wrong with a fact. */
    public Refused refused(Field field, String value, String reason, String whatToDo) {
        return new Refused(new Problem(place, field.japanese(), value, reason, whatToDo));
    }

    String place() {
        return place;
    }

    private Object value(Field field) {
        @Nullable Object value = values.get(field);
        if (value == null) {
            throw new IllegalStateException("read without asking: " + field.english());
        }
        return value;
    }
}
