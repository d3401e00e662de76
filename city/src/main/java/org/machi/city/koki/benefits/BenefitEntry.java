package org.machi.city.koki.benefits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.Presence;
import org.machi.formats.text.BankKana;
import org.machi.formats.text.Reduced;
import org.machi.law.benefit.BenefitKind;
import org.machi.law.parameter.Parameters;

/**
 * 給付の申請 as the clerk entered it, and what is wrong with it.
 *
 * @param papers 添付書類 that the clerk saw
 */
public record BenefitEntry(
        long personNo,
        String kind,
        String channel,
        LocalDate occurredOn,
        Amounts amounts,
        Applicant applicant,
        @Nullable Account account,
        List<String> papers,
        @Nullable String note,
        Presence presence) {

    /**
     * What some kinds tell.
     *
     * @param expense 療養費区分
     * @param paid yen that were paid
     * @param carePaid 介護の自己負担額, yen
     * @param days days in hospital, or meals
     */
    public record Amounts(
            @Nullable String expense,
            @Nullable Long paid,
            @Nullable Long carePaid,
            @Nullable Integer days) {
        /** None of them. */
        public static final Amounts NONE = new Amounts(null, null, null, null);
    }

    /**
     * Who asks.
     *
     * @param relation 申請者区分: 1 本人, 2 世帯主, 3 相続人, 4 葬祭を行った者, 5 代理人
     * @param kana of the one to whom the money goes, as the holder of the account
     */
    public record Applicant(String name, String kana, String relation, @Nullable String address) {}

    /**
     * 振込先.
     *
     * @param agent 委任状を確認した: the holder is somebody else on purpose
     */
    public record Account(
            String bankCode,
            String bankKana,
            String branchCode,
            String branchKana,
            String kind,
            String no,
            String holder,
            boolean agent) {
        private static final int NAME = 15;
        private static final int HOLDER = 30;

        String holderKana() {
            return BankKana.reduce(holder, HOLDER).text();
        }

        String bankShort() {
            return BankKana.reduce(bankKana, NAME).text();
        }

        String branchShort() {
            return BankKana.reduce(branchKana, NAME).text();
        }

        private void faults(String payee, List<String> faults) {
            if (!bankCode.matches("[0-9]{4}") || !branchCode.matches("[0-9]{3}")) {
                faults.add("金融機関番号は4桁、支店番号は3桁の数字で入れてください。");
            }
            if (!no.matches("[0-9]{7}")) {
                faults.add("口座番号は7桁の数字で入れてください（足りない桁は左に0）。");
            }
            if (!kind.matches("[1249]")) {
                faults.add("預金種目を選んでください。");
            }
            Reduced reduced = BankKana.reduce(holder, HOLDER);
            if (reduced.text().isEmpty() || !reduced.lost().isEmpty()) {
                faults.add("口座名義人はカナで入れてください（漢字は使えません）。");
            } else if (!agent && !bare(holderKana()).equals(bare(reduce(payee)))) {
                faults.add(
                        "口座名義人「%s」が、受け取る人のカナ「%s」と違います。代理受領のときは「委任状を確認した」に印を付けてください。"
                                .formatted(holderKana(), reduce(payee)));
            }
        }

        private static String reduce(String kana) {
            return BankKana.reduce(kana, HOLDER).text();
        }

        private static String bare(String kana) {
            return kana.replace(" ", "");
        }
    }

    /**
     * What is known of the person.
     *
     * @param insuredNo 被保険者番号, null for somebody who never was insured
     * @param diedOn null while alive, or not known yet
     * @param sameWaits an application of the kind and day waits or was sent
     */
    record Facts(
            @Nullable String insuredNo,
            String kana,
            @Nullable LocalDate diedOn,
            boolean sameWaits) {}

    /** Reasons not to take the entry, in the words of the office; none when it is right. */
    List<String> faults(Facts facts, LocalDate today) {
        List<String> faults = new ArrayList<>();
        Optional<BenefitKindRule> rule = BenefitKindRule.of(kind);
        if (rule.isEmpty()) {
            return List.of("申請の種別を選んでください。");
        }
        if (facts.insuredNo() == null) {
            faults.add("後期高齢者医療の被保険者ではありません（被保険者台帳に番号がありません）。");
        }
        if (facts.sameWaits()) {
            faults.add("同じ種別・同じ日の申請を受け付けています。");
        }
        if (occurredOn.isAfter(today)) {
            faults.add(rule.get().day() + "が受付日より後です。");
        }
        ofTheApplicant(facts, faults);
        ofTheAmounts(rule.get(), faults);
        lapsed(today, faults);
        if (rule.get().asksAccount()) {
            if (account == null) {
                faults.add("振込先の口座を入れてください。");
            } else {
                account.faults(
                        applicant.relation().equals("1") ? facts.kana() : applicant.kana(), faults);
            }
        }
        if (presence.cameAs() != Presence.CameAs.SELF
                && (presence.agentName().isBlank() || presence.agentCheck() == null)) {
            faults.add("代理人の氏名と、代理権の確認に使ったものを入れてください。");
        }
        return faults;
    }

    /** 葬祭費 is asked for by who held the funeral; after a death the heirs ask. */
    private void ofTheApplicant(Facts facts, List<String> faults) {
        if (applicant.name().isBlank()) {
            faults.add("申請者の氏名を入れてください。");
        }
        boolean self = applicant.relation().equals("1");
        if (kind.equals("37")) {
            if (!applicant.relation().equals("4")) {
                faults.add("葬祭費の申請者は、葬祭を行った者です（被保険者本人ではありません）。");
            }
            if (facts.diedOn() == null) {
                faults.add("住民基本台帳にこの人の死亡の記録がありません。死亡届の処理を確かめてください。");
            } else if (occurredOn.isBefore(facts.diedOn())) {
                faults.add("葬祭を行った日が死亡した日より前です。");
            }
        } else if (facts.diedOn() != null && self) {
            faults.add("死亡している人の申請は、相続人が行います。申請者区分を選び直してください。");
        }
        if (!self && (applicant.address() == null || applicant.kana().isBlank())) {
            faults.add("本人以外が申請するときは、申請者のカナと住所を入れてください。");
        }
    }

    private void ofTheAmounts(BenefitKindRule rule, List<String> faults) {
        if (rule.asksPaid() && (amounts.paid() == null || amounts.paid() <= 0)) {
            faults.add("支払った額を入れてください。");
        }
        if (kind.equals("34") && amounts.expense() == null) {
            faults.add("療養費の区分を選んでください。");
        }
        if (kind.equals("33") && amounts.carePaid() == null) {
            faults.add("介護の自己負担額（証明書の額）を入れてください。");
        }
        if ((kind.equals("35") || kind.equals("44")) && amounts.days() == null) {
            faults.add("食事の回数又は入院日数を入れてください。");
        }
    }

    private void lapsed(LocalDate today, List<String> faults) {
        boolean claim = kind.startsWith("3");
        if (claim
                && BenefitKind.of(kind)
                        .lastDay(occurredOn, occurredOn, Parameters.standard())
                        .isBefore(today)) {
            faults.add("2年の時効が過ぎています（起算日：%s）。".formatted(BenefitKind.of(kind).runsFrom()));
        }
    }

    /** 添付書類 that a kind needs. */
    public static List<String> papersOf(String kind) {
        return BenefitKindRule.of(kind).map(BenefitKindRule::papers).orElse(List.of());
    }

    /** 添付書類 that the kind needs and the clerk did not see: 不備. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (amounts.expense() != null) {
            ExpensePapers.of(amounts.expense()).ifPresent(one -> missing.addAll(one.papers()));
        }
        missing.addAll(papersOf(kind));
        missing.removeAll(papers);
        return missing;
    }
}
