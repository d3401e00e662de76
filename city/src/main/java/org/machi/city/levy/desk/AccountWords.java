package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.machi.city.levy.desk.AccountLines.Line;
import org.machi.city.levy.desk.AccountSection.Account;
import org.machi.city.levy.desk.AccountSection.Payment;
import org.machi.city.levy.desk.AccountSection.Repayment;
import org.machi.platform.desk.Show;

/**
 * 読み上げ: how an account stands, in sentences that a clerk can say on the phone. Everything in them
 * stands in the tables below them too.
 */
final class AccountWords {

    private final Show show = new Show();
    private final Account account;
    private final LocalDate today;

    AccountWords(Account account, LocalDate today) {
        this.account = account;
        this.today = today;
    }

    List<String> sentences() {
        List<String> said = new ArrayList<>();
        said.add(overdue());
        said.add(next());
        announced().forEach(said::add);
        lastPayment().forEach(said::add);
        overpaid().forEach(said::add);
        return List.copyOf(said);
    }

    private String overdue() {
        List<Line> late =
                account.lines().stream()
                        .filter(one -> one.dueOn().isBefore(today) && one.payable() > 0)
                        .toList();
        if (late.isEmpty()) {
            return "%s現在、納期限を過ぎた納め残しはありません。".formatted(show.date(today));
        }
        long open = late.stream().mapToLong(Line::open).sum();
        long fees = late.stream().mapToLong(Line::fees).sum();
        String oldest =
                late.stream()
                        .min(Comparator.comparing(Line::dueOn))
                        .map(one -> one.spoken() + "（納期限 " + show.date(one.dueOn()) + "）")
                        .orElseThrow();
        return "%s現在、納期限を過ぎた納め残しは %d期分 %s%sです。いちばん古いのは %s です。"
                .formatted(
                        show.date(today),
                        late.size(),
                        show.yen(open),
                        fees == 0 ? "" : "と手数料・延滞金 " + show.yen(fees),
                        oldest);
    }

    private String next() {
        return account.lines().stream()
                .filter(one -> !one.dueOn().isBefore(today) && one.open() > 0)
                .min(Comparator.comparing(Line::dueOn))
                .map(one ->
                        "次は %s、%s %s です。%s"
                                .formatted(
                                        show.date(one.dueOn()),
                                        one.spoken(),
                                        show.yen(one.open()),
                                        way(one)))
                .orElse("これから納期限の来るものはありません。");
    }

    private static String way(Line line) {
        if (line.isPension()) {
            return "年金から差し引かれます。";
        }
        return line.debit() ? "口座から引き落とします。" : "納付書で納めていただきます。";
    }

    private List<String> announced() {
        return account.payments().stream()
                .filter(one -> one.state().equals(Standing.ofReceipt("PROVISIONAL")))
                .map(one ->
                        "%s に%sで支払われた %s は、確報を待っています（まだ収納に入っていません）。"
                                .formatted(
                                        show.date(one.paidOn()),
                                        one.channel(),
                                        show.yen(one.amount())))
                .toList();
    }

    private List<String> lastPayment() {
        return account.payments().stream()
                .filter(one -> one.state().equals(Standing.ofReceipt("FINAL")))
                .max(Comparator.comparing(Payment::paidOn))
                .map(one ->
                        "最後の納付は %s、%s %s です。"
                                .formatted(
                                        show.date(one.paidOn()),
                                        one.channel(),
                                        show.yen(one.amount())))
                .stream()
                .toList();
    }

    private List<String> overpaid() {
        List<String> said = new ArrayList<>();
        if (account.held() > 0) {
            said.add("納め過ぎが %s あり、充当又は還付の手続をしています。".formatted(show.yen(account.held())));
        }
        for (Repayment one : account.refunds()) {
            if (one.waits()) {
                said.add(
                        "還付 %s は、請求（口座の届出）を待っています。%s を過ぎると受け取れません。"
                                .formatted(
                                        show.yen(one.principal() + one.interest()),
                                        show.date(one.lastDay())));
            }
        }
        return said;
    }
}
