package org.machi.platform.desk;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.machi.formats.column.Finding;
import org.machi.platform.staff.Clerk;

/**
 * What an application wants hidden from a clerk wherever the console shows a file: lines that tell
 * of people whom the clerk may not see. An application that hides nobody declares no such bean.
 *
 * @param telling of the words given, those that tell of a person hidden from the clerk
 * @param places of the words given, those that tell where such a person is or was, or how to call
 *     him or her; a line is not hidden for a place alone, for others live there too
 */
public record HiddenWords(
        BiFunction<Collection<String>, Clerk, Set<String>> telling,
        BiFunction<Collection<String>, Clerk, Set<String>> places) {

    static final String COVER = "（照会・発行抑止）";

    /** Lines with a telling word keep their place and nothing else. */
    List<List<String>> covered(List<List<String>> rows, Clerk clerk) {
        Set<String> words =
                telling.apply(
                        rows.stream().flatMap(List::stream).filter(w -> !w.isEmpty()).toList(),
                        clerk);
        return rows.stream()
                .map(row ->
                        row.stream().noneMatch(words::contains)
                                ? row
                                : row.stream().map(text -> text.isEmpty() ? "" : COVER).toList())
                .toList();
    }

    /** Findings whose value tells of somebody keep line, item and reason. */
    List<Finding> coveredFindings(List<Finding> findings, Clerk clerk) {
        List<String> values =
                findings.stream().map(Finding::value).filter(value -> !value.isEmpty()).toList();
        Set<String> words = new HashSet<>(telling.apply(values, clerk));
        words.addAll(places.apply(values, clerk));
        return findings.stream()
                .map(one ->
                        words.contains(one.value())
                                ? new Finding(
                                        one.severity(),
                                        one.line(),
                                        one.item(),
                                        COVER,
                                        one.reason(),
                                        one.whatToDo())
                                : one)
                .toList();
    }
}
