package org.machi.city.koki.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.plan.PlanRow;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.letters.ChangeNotice;
import org.machi.platform.forms.letters.DecisionNotice;
import org.machi.platform.forms.letters.DeductionNotice;
import org.machi.platform.forms.letters.DeductionNotice.Change;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.PaymentSlip;
import org.machi.platform.forms.letters.Plan;
import org.machi.platform.forms.letters.ProvisionalNotice;
import org.machi.platform.forms.letters.ProvisionalNotice.Occasion;

/**
 * Which letters a plan needs, and what they say. Pure apart from the numbers that it gives: the
 * letters of a day are numbered in the order in which they are made.
 */
final class LetterMaker {

    private static final String PLACES = "市指定の金融機関、コンビニエンスストア（バーコードのあるもの）、役所の窓口";
    private static final String BY_SLIP = "納付書（金融機関、コンビニエンスストア、役所の窓口）";
    private static final String AS_IN_FEBRUARY = "前年度2月の特別徴収額と同額（4月・6月・8月から始まる方は前年度の保険料を基に算定した額）";

    private static final String HALF_A_YEAR = "8月は、年間の保険料額の見込みの2分の1から4月と6月の額を差し引いた額（平準化）";

    private final LetterOffice.Head head;
    private final LocalDate today;
    private int number;

    /**
     * @param issued letters that were numbered on this day already
     */
    LetterMaker(LetterOffice.Head head, LocalDate today, int issued) {
        this.head = head;
        this.today = today;
        this.number = issued;
    }

    List<PlannedLetter> letters(ToldPlan plan) {
        List<PlannedLetter> letters = new ArrayList<>();
        if (plan.provisional()) {
            letters.add(provisional(plan));
            return letters;
        }
        if (plan.noticeNeeded()) {
            addNotice(plan, letters);
        }
        DeductionTurn turn = DeductionTurn.of(plan);
        if (turn.starts()) {
            letters.add(letter(plan, LetterKind.START, heading -> start(plan, heading, turn)));
        }
        if (turn.stops()) {
            letters.add(letter(plan, LetterKind.STOP, heading -> stop(plan, heading, turn)));
        }
        if (!plan.slips().isEmpty()) {
            letters.add(letter(plan, LetterKind.SLIPS, heading -> slips(plan, heading)));
        }
        return letters;
    }

    private void addNotice(ToldPlan plan, List<PlannedLetter> letters) {
        ToldPlan.@Nullable Before before = plan.before();
        if (plan.first()) {
            if (plan.premium() > 0 || before != null) {
                letters.add(letter(plan, LetterKind.DECISION, heading -> decision(plan, heading)));
            }
        } else if (before != null && before.version() != plan.version()) {
            letters.add(letter(plan, LetterKind.CHANGE, heading -> change(plan, before, heading)));
        }
    }

    private PlannedLetter letter(
            ToldPlan plan, LetterKind kind, Function<Heading, Letter> content) {
        number++;
        String no = "%ty%<tm%<td%06d".formatted(today, number);
        Heading heading =
                new Heading(
                        new LetterId(no, plan.key().personNo(), kind.title()),
                        head.documentNo(no),
                        today,
                        head.office(),
                        plan.to(),
                        plan.insured());
        return new PlannedLetter(
                content.apply(heading),
                kind,
                plan.key(),
                plan.to(),
                kind == LetterKind.SLIPS ? plan.slips() : List.of(),
                plan.pulledOut());
    }

    /**
     * In April what is deducted until August; later that it stops, or what August takes instead.
     */
    private PlannedLetter provisional(ToldPlan plan) {
        DeductionTurn turn = DeductionTurn.of(plan);
        if (plan.before() == null) {
            return letter(
                    plan,
                    LetterKind.PROVISIONAL,
                    heading -> provisional(plan, heading, Occasion.DECIDED, AS_IN_FEBRUARY));
        }
        boolean levelled = plan.reasons().plan().equals("平準化");
        if (turn.stops() && !levelled) {
            return letter(plan, LetterKind.STOP, heading -> stop(plan, heading, turn));
        }
        return letter(
                plan,
                LetterKind.PROVISIONAL_CHANGE,
                heading ->
                        provisional(
                                plan,
                                heading,
                                Occasion.CHANGED,
                                levelled ? HALF_A_YEAR : AS_IN_FEBRUARY));
    }

    private static Letter provisional(
            ToldPlan plan, Heading heading, Occasion occasion, String basis) {
        int year = plan.key().levyYear();
        return new ProvisionalNotice(
                heading,
                year,
                occasion,
                plan.payment().pension(),
                basis,
                Periods.deductions(plan.rows(), year));
    }

    private static Letter decision(ToldPlan plan, Heading heading) {
        return new DecisionNotice(
                heading,
                plan.key().levyYear(),
                plan.calculations(),
                plan.premium(),
                table(plan, plan.rows()));
    }

    /** After leaving and coming back within the year the later calculation is the one shown. */
    private static Letter change(ToldPlan plan, ToldPlan.Before before, Heading heading) {
        return new ChangeNotice(
                heading,
                plan.key().levyYear(),
                plan.decidedOn(),
                plan.reasons().change(),
                new ChangeNotice.Decision(
                        before.calculations().getLast(),
                        before.premium(),
                        table(plan, before.rows())),
                new ChangeNotice.Decision(
                        plan.calculations().getLast(), plan.premium(), table(plan, plan.rows())));
    }

    private static Letter start(ToldPlan plan, Heading heading, DeductionTurn turn) {
        int year = plan.key().levyYear();
        return new DeductionNotice(
                heading,
                year,
                plan.payment().pension(),
                new Change.Start(turn.month(year)),
                Periods.deductions(plan.rows(), year));
    }

    private static Letter stop(ToldPlan plan, Heading heading, DeductionTurn turn) {
        int year = plan.key().levyYear();
        return new DeductionNotice(
                heading,
                year,
                plan.payment().pension(),
                new Change.Stop(turn.month(year), stopReason(plan), afterwards(plan)),
                Periods.deductions(
                        plan.rows().stream().filter(row -> row.amount() > 0).toList(), year));
    }

    private static String stopReason(ToldPlan plan) {
        String lost = plan.reasons().lostBy();
        if (!lost.isEmpty()) {
            return lost.equals("01") ? "被保険者の死亡" : "被保険者の資格喪失（転出等）";
        }
        if (plan.reasons().plan().startsWith("特別徴収不")) {
            return "年金から差し引くことができないとの年金保険者からの通知";
        }
        return switch (plan.reasons().ordinary()) {
            case "01" -> "年金額が年額18万円に満たないため";
            case "02" -> "介護保険料との合計額が年金額の2分の1を超えるため";
            case "04" -> "口座振替による納付のお申出";
            case "05" -> "介護保険料の特別徴収の対象でなくなったため";
            default -> "保険料額の変更等";
        };
    }

    private static String afterwards(ToldPlan plan) {
        if (plan.provisional() && plan.reasons().lostBy().isEmpty()) {
            return "7月に決定する保険料額から納付済みの額を差し引き、改めてお知らせ";
        }
        boolean more =
                plan.rows().stream()
                        .anyMatch(row -> row.method() == PlanRow.ORDINARY && row.amount() > 0);
        if (!more) {
            return "この年度の保険料について、ほかに納付いただく額はありません";
        }
        return plan.payment().account().isEmpty() ? "納付書により納付" : "口座振替により納付";
    }

    private static Letter slips(ToldPlan plan, Heading heading) {
        return new PaymentSlip(
                heading,
                plan.key().levyYear(),
                plan.slips().stream().map(PlannedLetter.PeriodSlip::slip).toList(),
                PLACES);
    }

    private static Plan table(ToldPlan plan, List<PlanRow> rows) {
        var deductions = Periods.deductions(rows, plan.key().levyYear());
        var instalments = Periods.ordinaries(rows);
        List<String> methods = new ArrayList<>();
        if (deductions.stream().anyMatch(one -> one.yen() > 0)) {
            methods.add("年金からの差引き（特別徴収）");
        }
        if (instalments.stream().anyMatch(one -> one.yen() > 0)) {
            String account = plan.payment().account();
            methods.add(account.isEmpty() ? BY_SLIP : "口座振替（" + account + "）");
        }
        return new Plan(
                deductions.isEmpty() ? "" : plan.payment().pension(),
                deductions,
                instalments,
                String.join("、", methods));
    }
}
