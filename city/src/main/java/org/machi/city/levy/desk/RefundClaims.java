package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.city.people.RefundAccounts;
import org.machi.city.people.RefundAccounts.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 還付の請求: the account that a person tells, or for someone who died the heir who receives for all
 * (相続人代表者). The weekly transfer pays whoever has told an account.
 */
@Component
class RefundClaims {

    private final JdbcClient db;
    private final DeskBook book;
    private final RefundAccounts accounts;

    RefundClaims(JdbcClient db, DeskBook book, RefundAccounts accounts) {
        this.db = db;
        this.book = book;
        this.accounts = accounts;
    }

    /** Who receives for the heirs, as 宛名 has it on record. */
    public record Heir(
            String name,
            String nameKana,
            String relation,
            @Nullable String postalCode,
            String address) {}

    /** The 相続人代表者 of 宛名. */
    Optional<Heir> representative(long personNo) {
        return db.sql(
                        "SELECT name, name_kana, relation, postal_code, address FROM people.v_heir WHERE person_no = ?")
                .param(personNo)
                .query(Heir.class)
                .optional();
    }

    /** The representative as the page shows him. */
    public record Told(
            LocalDate toldOn,
            String name,
            String relation,
            int others,
            String bank,
            String accountNo) {}

    /** 還付口座. */
    Outcome account(long personNo, String levyCode, AccountForm form, Act act) {
        if (diedOn(personNo) != null) {
            return new Outcome.Refused("亡くなった人の還付は、相続人代表者を届け出てください。");
        }
        String fault = form.fault(accounts.kana(personNo).orElse(""));
        if (fault.isEmpty() && form.agent() && act.isWithoutReason()) {
            fault = "代理受領の理由（続柄、委任状の日付）を入れてください。";
        }
        return Outcome.unless(
                fault,
                () -> {
                    book.enter(
                            Subject.person(personNo),
                            act,
                            "ACCOUNT",
                            "還付口座の登録 %s %s".formatted(form.bankName(), form.branchName()));
                    accounts.enter(personNo, levyCode, act.today(), form.account());
                    return new Outcome.Done("還付口座を登録しました。次の総合振込から使います。");
                });
    }

    /** The account of the 相続人代表者. */
    Outcome heir(long personNo, int others, AccountForm form, Act act) {
        if (diedOn(personNo) == null) {
            return new Outcome.Refused("死亡の記録がない人です。還付口座を登録してください。");
        }
        Heir heir = representative(personNo).orElse(null);
        if (heir == null) {
            return new Outcome.Refused("相続人代表者の指定がありません。先に「送付先・連絡先・代理人」で届出を登録してください。");
        }
        return Outcome.unless(
                form.fault(heir.nameKana()),
                () -> {
                    book.enter(
                            Subject.person(personNo),
                            act,
                            "HEIR",
                            "相続人代表者の届出 %s（%s）".formatted(heir.name(), heir.relation()));
                    enter(personNo, heir, others, form.account(), act.today());
                    return new Outcome.Done("相続人代表者を登録しました。次の総合振込から使います。");
                });
    }

    /** Each telling stays; the last one counts, so that a slip of the pen is put right at once. */
    private void enter(long personNo, Heir heir, int others, Account account, LocalDate day) {
        db.sql(
                        """
                        INSERT INTO levy.heir (person_no, told_on, name, kana, relation, postal_code, address, others, bank_code,
                            bank_name, bank_kana, branch_code, branch_name, branch_kana, account_kind, account_no, holder_kana)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        personNo,
                        day,
                        heir.name().strip(),
                        heir.nameKana().strip(),
                        heir.relation().strip(),
                        Objects.requireNonNullElse(heir.postalCode(), ""),
                        heir.address().strip(),
                        others,
                        account.bankCode(),
                        account.bankName(),
                        account.bankKana(),
                        account.branchCode(),
                        account.branchName(),
                        account.branchKana(),
                        account.kind(),
                        account.number(),
                        account.holderKana())
                .update();
    }

    @Nullable LocalDate diedOn(long personNo) {
        return db.sql(
                        "SELECT died_on FROM people.v_person WHERE person_no = ? AND died_on IS NOT NULL")
                .param(personNo)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    /** The representative in force. */
    Optional<Told> heirOf(long personNo) {
        return db.sql(
                        """
                        SELECT told_on, name, relation, others, bank_name || ' ' || branch_name AS bank, account_no
                        FROM levy.heir WHERE person_no = ? ORDER BY told_on DESC, heir_no DESC LIMIT 1
                        """)
                .param(personNo)
                .query((row, n) ->
                        new Told(
                                row.getObject("told_on", LocalDate.class),
                                row.getString("name"),
                                row.getString("relation"),
                                row.getInt("others"),
                                row.getString("bank"),
                                row.getString("account_no")))
                .optional();
    }

    /** Levies whose refunds have an account, with the bank. */
    List<String> accountsOf(long personNo, LocalDate day) {
        return db.sql(
                        """
                        SELECT c.name || '：' || a.bank_name || ' ' || a.branch_name || ' ' || '＊＊＊＊' || right(a.account_no, 3)
                            || '（' || a.holder_kana || '）'
                        FROM people.v_refund_account a JOIN levy.levy_code c USING (levy_code)
                        WHERE a.person_no = :person AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to > :day)
                        ORDER BY c.print_order
                        """)
                .param("person", personNo)
                .param("day", day)
                .query(String.class)
                .list();
    }
}
