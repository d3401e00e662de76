package org.machi.platform.line;

import java.security.cert.X509Certificate;
import java.time.LocalDate;

/**
 * 相手方: an organisation that is registered with exactly one certificate.
 *
 * @param address where it is called, empty when it calls us
 */
public record Partner(
        String code,
        String name,
        String fingerprint,
        X509Certificate certificate,
        LocalDate validUntil,
        String address) {

    boolean isCalled() {
        return !address.isEmpty();
    }
}
