package org.machi.platform.audit;

import java.util.List;

/**
 * What the verifier found.
 *
 * @param faults one sentence each; the first of every chain names the first bad record
 */
public record AuditVerdict(long events, long runs, long seals, List<String> faults) {

    public boolean whole() {
        return faults.isEmpty();
    }
}
