package org.machi.city.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.machi.formats.column.Layout;
import org.machi.formats.column.Row;
import org.machi.formats.layout.ZenginAccount;
import org.machi.formats.layout.ZenginSender;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the city's orders to banks (口座振替, 総合振込) share: its own account and people's accounts. */
@Component
class BankOrders {

    private static final DateTimeFormatter MMDD = DateTimeFormatter.ofPattern("MMdd");

    private final JdbcClient db;

    BankOrders(JdbcClient db) {
        this.db = db;
    }

    /** The header record: the city's account and the day on which the money moves. */
    Row head(ZenginSender sender, LocalDate on) {
        return db.sql("SELECT * FROM levy.payee")
                .query((row, n) ->
                        sender.layout()
                                .row()
                                .set(sender.clientNo(), row.getString("client_no"))
                                .set(sender.clientName(), row.getString("client_kana"))
                                .set(sender.mmdd(), MMDD.format(on))
                                .set(sender.bank(), row.getString("bank_code"))
                                .set(sender.bankName(), row.getString("bank_kana"))
                                .set(sender.branch(), row.getString("branch_code"))
                                .set(sender.branchName(), row.getString("branch_kana"))
                                .set(sender.accountKind(), "1")
                                .set(sender.accountNo(), row.getString("account_no"))
                                .build())
                .single();
    }

    /**
     * The beginning of a data record.
     *
     * @param row has the columns of an account, and {@code amount}
     */
    static Row.Builder order(Layout layout, ZenginAccount account, ResultSet row)
            throws SQLException {
        return layout.row()
                .set(account.bankCode(), row.getString("bank_code"))
                .set(account.bankName(), row.getString("bank_kana"))
                .set(account.branchCode(), row.getString("branch_code"))
                .set(account.branchName(), row.getString("branch_kana"))
                .set(account.kind(), row.getString("account_kind"))
                .set(account.no(), row.getString("account_no"))
                .set(account.holder(), row.getString("holder_kana"))
                .set(account.amount(), row.getLong("amount"));
    }
}
