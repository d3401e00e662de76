package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.machi.city.levy.desk.AccountSection.Account;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 収納台帳: one person's account over all levies, with the forms of what a clerk may do on it. */
@Controller
class AccountPages {

    private final JdbcClient db;
    private final AccountSection accounts;
    private final AccountHistory history;
    private final LateStretches stretches;
    private final Suppressions suppressions;
    private final Publications publications;
    private final RefundClaims claims;
    private final DeskBook book;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;
    private final JointDesk joint;

    AccountPages(
            JdbcClient db,
            AccountSection accounts,
            AccountHistory history,
            LateStretches stretches,
            Suppressions suppressions,
            Publications publications,
            RefundClaims claims,
            DeskBook book,
            ProtectedPeople people,
            BusinessDate businessDate,
            JointDesk joint) {
        this.db = db;
        this.joint = joint;
        this.accounts = accounts;
        this.history = history;
        this.stretches = stretches;
        this.suppressions = suppressions;
        this.publications = publications;
        this.claims = claims;
        this.book = book;
        this.people = people;
        this.businessDate = businessDate;
    }

    /** Whose account it is. */
    public record Head(long personNo, String name, String kana, boolean died) {}

    /** 科目 to choose from. */
    public record Levy(String code, String name) {}

    @GetMapping("/levy/people/{personNo}")
    @RequiresDuty(LevyDesk.LOOK)
    @Audited(action = "照会", object = "収納台帳")
    String account(@PathVariable long personNo, Trace trace, Model model) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        LocalDate today = businessDate.today();
        Account account = accounts.of(personNo, today);
        if (account == null) {
            throw new NothingThere();
        }
        model.addAttribute("person", head(personNo));
        model.addAttribute("account", account);
        model.addAttribute("sentences", new AccountWords(account, today).sentences());
        model.addAttribute("history", history.of(personNo));
        model.addAttribute("stretches", stretches.of(personNo));
        model.addAttribute("suppressions", suppressions.of(personNo, today));
        model.addAttribute("returned", publications.of(personNo));
        model.addAttribute("joint", joint.of(personNo, today, trace.clerk()));
        model.addAttribute("refundAccounts", claims.accountsOf(personNo, today));
        model.addAttribute("heir", claims.heirOf(personNo).orElse(null));
        model.addAttribute("representative", claims.representative(personNo).orElse(null));
        model.addAttribute("entries", book.ofPerson(personNo));
        model.addAttribute("seen", book.version(Subject.person(personNo)));
        model.addAttribute("today", today);
        choices(account, trace, model);
        return "city/levy/ledger";
    }

    private void choices(Account account, Trace trace, Model model) {
        model.addAttribute(
                "payable", account.lines().stream().filter(one -> one.payable() > 0).toList());
        model.addAttribute(
                "openLines", account.lines().stream().filter(one -> one.open() > 0).toList());
        model.addAttribute("levies", levies());
        model.addAttribute("suppressionKinds", Suppressions.Kind.values());
        model.addAttribute("writeOffReasons", WriteOffProposals.Reason.values());
        model.addAttribute("maySettle", trace.clerk().may(LevyDesk.SETTLE));
        model.addAttribute("mayDemand", trace.clerk().may(LevyDesk.DEMAND));
        model.addAttribute("mayRefund", trace.clerk().may(LevyDesk.REFUND));
        model.addAttribute("mayPropose", trace.clerk().may(LevyDesk.PROPOSE));
        if (!model.containsAttribute("asked")) {
            model.addAttribute("asked", Map.of());
        }
    }

    private Head head(long personNo) {
        return db.sql(
                        "SELECT name, name_kana, died_on IS NOT NULL AS died FROM people.v_person WHERE person_no = ?")
                .param(personNo)
                .query((row, n) ->
                        new Head(
                                personNo,
                                row.getString("name"),
                                row.getString("name_kana"),
                                row.getBoolean("died")))
                .optional()
                .orElse(new Head(personNo, "（宛名に登録のない人）", "", false));
    }

    private List<Levy> levies() {
        return db.sql("SELECT levy_code, name FROM levy.levy_code ORDER BY print_order")
                .query((row, n) -> new Levy(row.getString("levy_code"), row.getString("name")))
                .list();
    }
}
