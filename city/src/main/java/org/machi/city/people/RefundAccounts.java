package org.machi.city.people;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 還付口座: the account into which a person wants one levy's refunds, from a day on. A newer one ends
 * the one before.
 */
@Component
public class RefundAccounts {

    private final JdbcClient db;

    RefundAccounts(JdbcClient db) {
        this.db = db;
    }

    /**
     * An account as banks know it.
     *
     * @param kind 1 普通, 2 当座, 4 貯蓄, 9 その他
     * @param holderKana half-width kana
     */
    public record Account(
            String bankCode,
            String bankName,
            String bankKana,
            String branchCode,
            String branchName,
            String branchKana,
            String kind,
            String number,
            String holderKana) {}

    /** The person's own kana, with which the holder is compared; empty for a person not known. */
    public Optional<String> kana(long personNo) {
        return db.sql("select name_kana from people.v_person where person_no = ?")
                .param(personNo)
                .query(String.class)
                .optional();
    }

    /** Enters the account in the caller's transaction. */
    public void enter(long personNo, String levyCode, LocalDate from, Account account) {
        db.sql(
                        """
                        update people.account set valid_to = :from, known_on = :from
                        where person_no = :person and purpose = 'REFUND' and levy_code = :levy and valid_to is null
                          and valid_from < :from
                        """)
                .param("person", personNo)
                .param("levy", levyCode)
                .param("from", from)
                .update();
        db.sql(
                        """
                        insert into people.account (person_no, purpose, levy_code, valid_from, bank_code, bank_name, bank_kana,
                            branch_code, branch_name, branch_kana, account_kind, account_no, holder, holder_kana, known_on)
                        values (?, 'REFUND', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (person_no, purpose, levy_code, valid_from) do update
                            set valid_to = null, bank_code = excluded.bank_code, bank_name = excluded.bank_name,
                                bank_kana = excluded.bank_kana, branch_code = excluded.branch_code,
                                branch_name = excluded.branch_name, branch_kana = excluded.branch_kana,
                                account_kind = excluded.account_kind, account_no = excluded.account_no,
                                holder = excluded.holder, holder_kana = excluded.holder_kana
                        """)
                .params(
                        personNo,
                        levyCode,
                        from,
                        account.bankCode(),
                        account.bankName(),
                        account.bankKana(),
                        account.branchCode(),
                        account.branchName(),
                        account.branchKana(),
                        account.kind(),
                        account.number(),
                        account.holderKana(),
                        account.holderKana(),
                        from)
                .update();
    }
}
