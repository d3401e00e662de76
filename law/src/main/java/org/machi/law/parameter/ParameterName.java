package org.machi.law.parameter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machi.law.LawException;
import org.machi.law.TsvResource;

/**
 * What people call a parameter.
 *
 * @param name English name with dots, as in {@link ParameterRow#name()}
 * @param area what it belongs to, e.g. 保険料率
 * @param japanese the name on pages, in explanations and lists
 */
public record ParameterName(String name, String area, String japanese) {
    private static final Map<String, ParameterName> ALL = read();

    private static Map<String, ParameterName> read() {
        Map<String, ParameterName> names = new LinkedHashMap<>();
        for (String[] c : TsvResource.read("parameter/names.tsv", 3)) {
            if (names.put(c[0], new ParameterName(c[0], c[1], c[2])) != null) {
                throw new LawException("値の名前が二重です: " + c[0]);
            }
        }
        return Collections.unmodifiableMap(names);
    }

    /** All names, area by area, in the order in which they are shown. */
    public static List<ParameterName> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<ParameterName> find(String parameter) {
        return Optional.ofNullable(ALL.get(parameter));
    }

    /**
     * The name of a parameter.
     *
     * @throws LawException when the register has none
     */
    public static ParameterName of(String parameter) {
        return find(parameter).orElseThrow(() -> new LawException("登録されていない値です: " + parameter));
    }
}
