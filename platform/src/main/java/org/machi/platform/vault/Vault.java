package org.machi.platform.vault;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only way to a 個人番号. Every call leaves its record in the audit trail, written by the database
 * function that does the work, in the same transaction.
 */
@Component
public class Vault {

    private final JdbcClient db;
    private final DataSource source;
    private final NumberKeys keys;

    Vault(JdbcClient db, DataSource source, OrganisationSettings settings) {
        this.db = db;
        this.source = source;
        this.keys = NumberKeys.open(settings.keys());
    }

    /** Stores a person's number; true if it is new or differs from the stored one. */
    public boolean put(long personNo, String number, NumberUse use) {
        return db.sql("SELECT vault.put(?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(personNo)
                .param(keys.encrypt(personNo, number))
                .param(keys.blind(number))
                .params(who(use))
                .query(Boolean.class)
                .single();
    }

    /** Shows a person's number to the actor; empty if none is stored. */
    public Optional<String> reveal(long personNo, NumberUse use) {
        return db.sql("SELECT vault.reveal(?, ?, ?, ?, ?, ?, ?)")
                .param(personNo)
                .params(who(use))
                .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .map(ciphertext -> keys.decrypt(personNo, ciphertext));
    }

    /** The people with this number; more than one is a fault to be cleared up by the office. */
    public List<Long> match(String number, NumberUse use) {
        return db.sql("SELECT * FROM vault.match(?, ?, ?, ?, ?, ?, ?)")
                .param(keys.blind(number))
                .params(who(use))
                .query(Long.class)
                .list();
    }

    /** Opens the vault's entrance for the numbers of one file. */
    public NumberStage stage(long fileId) {
        db.sql("SELECT vault.forget_staged(?)").param(fileId).query((row, n) -> n).list();
        return new NumberStage(source, keys, fileId);
    }

    /** Takes over the numbers that a file brought; returns how many are new or changed. */
    public long takeStaged(long fileId, NumberUse use) {
        return db.sql("SELECT vault.take_staged(?, ?, ?, ?, ?, ?, ?)")
                .param(fileId)
                .params(who(use))
                .query(Long.class)
                .single();
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
