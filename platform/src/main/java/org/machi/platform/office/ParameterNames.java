package org.machi.platform.office;

import java.util.Map;

/**
 * What people call parameters; each feature names its own.
 *
 * @param japanese name by code
 */
public record ParameterNames(Map<String, String> japanese) {

    public ParameterNames {
        japanese = Map.copyOf(japanese);
    }
}
