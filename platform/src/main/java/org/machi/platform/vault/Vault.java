package org.machi.platform.vault;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only way to a 個人番号. Every call leaves its record in the audit trail, written by the database
 * function that does the work, in the same transaction. What the law does not allow is refused by
 * that function; the refusal is recorded in a transaction of its own, so that it stays.
 */
@Component
public class Vault {

    /** The database's word for a use that is not listed. */
    private static final String REFUSED = "MV001";

    private final JdbcClient db;
    private final DataSource source;
    private final NumberKeys keys;
    private final AuditTrail audit;

    Vault(JdbcClient db, DataSource source, OrganisationSettings settings, AuditTrail audit) {
        this.db = db;
        this.source = source;
        this.keys = NumberKeys.open(settings.keys());
        this.audit = audit;
    }

    /** Stores a person's number; true if it is new or differs from the stored one. */
    public boolean put(long personNo, String number, NumberUse use) {
        return allowed(
                use,
                "個人番号登録",
                () ->
                        db.sql("SELECT vault.put(?, ?, ?, ?, ?, ?, ?, ?, ?)")
                                .param(personNo)
                                .param(keys.encrypt(personNo, number))
                                .param(keys.blind(number))
                                .params(who(use))
                                .query(Boolean.class)
                                .single());
    }

    /** Shows a person's number to the actor; empty if none is stored. */
    public Optional<String> reveal(long personNo, NumberUse use) {
        return allowed(
                        use,
                        "個人番号表示",
                        () ->
                                db.sql("SELECT vault.reveal(?, ?, ?, ?, ?, ?, ?)")
                                        .param(personNo)
                                        .params(who(use))
                                        .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
                                        .single())
                .map(ciphertext -> keys.decrypt(personNo, ciphertext));
    }

    /** The people with this number; more than one is a fault to be cleared up by the office. */
    public List<Long> match(String number, NumberUse use) {
        return allowed(
                use,
                "個人番号照合",
                () ->
                        db.sql("SELECT * FROM vault.match(?, ?, ?, ?, ?, ?, ?)")
                                .param(keys.blind(number))
                                .params(who(use))
                                .query(Long.class)
                                .list());
    }

    /**
     * What is wrong with somebody's number; the number itself is not looked at.
     *
     * @param kind NUMBER_NONE, NUMBER_TWICE (somebody else has it too) or NUMBER_CHANGED
     */
    public record Fault(long personNo, String kind) {}

    /**
     * Who of the people has no number or one that somebody else has too, and whose number changed
     * since an instant, whether listed or not.
     */
    public List<Fault> faults(List<Long> people, Instant since, NumberUse use) {
        return allowed(
                use,
                "個人番号照合",
                () ->
                        db.sql("SELECT * FROM vault.faults(?, ?, ?, ?, ?, ?, ?, ?)")
                                .param(people.toArray(Long[]::new))
                                .param(since.atOffset(ZoneOffset.UTC))
                                .params(who(use))
                                .query((row, n) -> new Fault(row.getLong(1), row.getString(2)))
                                .list());
    }

    /** How many numbers a person has had so far; 0 when none is stored. */
    public int versions(long personNo, NumberUse use) {
        return db.sql("SELECT vault.versions(?, ?, ?, ?, ?, ?, ?)")
                .param(personNo)
                .params(who(use))
                .query(Integer.class)
                .single();
    }

    /** Opens the vault's entrance for the numbers of one file. */
    public NumberStage stage(long fileId) {
        return new NumberStage(source, keys, fileId);
    }

    /** Takes over the numbers that a file brought; returns how many are new or changed. */
    public long takeStaged(long fileId, NumberUse use) {
        return allowed(
                use,
                "個人番号登録",
                () ->
                        db.sql("SELECT vault.take_staged(?, ?, ?, ?, ?, ?, ?)")
                                .param(fileId)
                                .params(who(use))
                                .query(Long.class)
                                .single());
    }

    private <T> T allowed(NumberUse use, String action, Supplier<T> function) {
        try {
            return function.get();
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException refused
                    && REFUSED.equals(refused.getSQLState())) {
                audit.recordRefused(
                        Deed.of(use.actor(), use.purpose(), action, "個人番号")
                                .on(use.businessDate())
                                .withDetail("番号法で認められた事務ではない"));
                throw new NumberUseRefused(
                        "番号法で認められた個人番号の利用ではありません: 職務「%s」、利用目的「%s」"
                                .formatted(use.actor().duty(), use.purpose()),
                        e);
            }
            throw e;
        }
    }

    private static List<Object> who(NumberUse use) {
        return List.of(
                use.businessDate(),
                use.actor().staff(),
                use.actor().terminal(),
                use.actor().office(),
                use.actor().duty(),
                use.purpose());
    }
}
