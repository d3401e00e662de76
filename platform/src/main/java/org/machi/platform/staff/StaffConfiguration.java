package org.machi.platform.staff;

import java.util.List;
import org.machi.platform.audit.AuditTrail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The staff directory of one organisation; it is there with and without a console. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {
    @Bean
    DutyList commonDuties() {
        return Duties.COMMON;
    }

    @Bean
    Duties duties(List<DutyList> lists) {
        return new Duties(lists);
    }

    /** Argon2id with 16 bytes of salt, 16 MiB of memory and two passes, by Bouncy Castle. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    StaffDirectory staffDirectory(JdbcClient db, PasswordEncoder passwords, Duties duties) {
        return new StaffDirectory(db, passwords, duties);
    }

    @Bean
    Holders holders(JdbcClient db, PasswordEncoder passwords, StaffDirectory directory) {
        return new Holders(db, passwords, directory);
    }

    @Bean
    Trail trail(AuditTrail audit, Duties duties) {
        return new Trail(audit, duties);
    }
}
