package org.machi.calculators;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.limitation.Limitation;
import org.machi.law.limitation.Limitation.Kind;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** 消滅時効 of a claim to a premium or to a refund. */
final class LimitationCalculator implements Calculator {
    private static final String PREMIUM = "保険料";
    private static final String REFUND = "還付金";

    private static final Field CLAIM =
            Field.choice("権利", "claim", "徴収する権利か、還付を受ける権利か", PREMIUM, PREMIUM, REFUND);
    private static final Field SINCE =
            Field.of("起点", "since", Field.Kind.DAY, "保険料は納期限、還付金は過誤納が生じた日（通知した日）。翌日から数える").must();
    private static final Field WHAT =
            Field.choice(
                            "出来事",
                            "what",
                            "時効を更新するか、完成を猶予するもの",
                            "",
                            Arrays.stream(Kind.values()).map(Kind::japanese).toArray(String[]::new))
                    .must();
    private static final Field FROM =
            Field.of("日", "from", Field.Kind.DAY, "督促は指定期限、差押・承認・猶予はその日").must();
    private static final Field TO =
            Field.of("終わりの日", "to", Field.Kind.DAY, "差押・猶予の最後の日。続いているときは書かない");
    private static final Field EVENTS =
            Field.list("出来事", "events", "督促・差押・承認・徴収猶予", WHAT, FROM, TO);
    private static final Field AT = Field.of("基準日", "at", Field.Kind.DAY, "書くと、その日に権利があるかを答える");

    private final Parameters parameters;

    LimitationCalculator(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public String code() {
        return "limitation";
    }

    @Override
    public String title() {
        return "消滅時効";
    }

    @Override
    public String about() {
        return "保険料を徴収する権利、還付を受ける権利が時効（2年）で消える日を、督促・差押・承認・徴収猶予を入れて求めます。";
    }

    @Override
    public List<Field> fields() {
        return List.of(CLAIM, SINCE, EVENTS, AT);
    }

    @Override
    public List<String> items() {
        return List.of("時効起算日", "権利のある最後の日", "時効完成日", "基準日の権利");
    }

    @Override
    public Answer answer(Facts facts) {
        Limitation limitation = new Limitation(parameters);
        LocalDate since = facts.day(SINCE);
        List<Limitation.Event> events = facts.list(EVENTS).stream().map(e -> event(e)).toList();
        Limitation.State state =
                facts.choice(CLAIM).equals(REFUND)
                        ? limitation.ofRefund(since, events)
                        : limitation.ofPremium(since, events);
        Answer.Results results = new Answer.Results().day("時効起算日", state.runsFrom());
        state.lastDay().ifPresent(day -> results.day("権利のある最後の日", day));
        state.writeOffOn().ifPresent(day -> results.day("時効完成日", day));
        facts.dayIf(AT)
                .ifPresent(day -> results.text("基準日の権利", state.isGoneOn(day) ? "時効により消滅" : "ある"));
        return results.with(explanation(facts, limitation, events));
    }

    private static Limitation.Event event(Facts entry) {
        Kind kind =
                Arrays.stream(Kind.values())
                        .filter(k -> k.japanese().equals(entry.choice(WHAT)))
                        .findFirst()
                        .orElseThrow();
        Optional<LocalDate> to = entry.dayIf(TO);
        if (to.isPresent() && to.get().isBefore(entry.day(FROM))) {
            throw entry.refused(TO, to.get().toString(), "始まりの日より前です", "日と終わりの日の順を確かめてください");
        }
        return new Limitation.Event(kind, entry.day(FROM), to.orElse(null));
    }

    /** The state after each event, so that a reader sees which of them counted. */
    private Explanation explanation(
            Facts facts, Limitation limitation, List<Limitation.Event> events) {
        boolean refund = facts.choice(CLAIM).equals(REFUND);
        LocalDate since = facts.day(SINCE);
        ParameterRow years = parameters.require("limitation.years", ParameterRow.NATIONAL, since);
        Steps steps = new Steps("消滅時効（" + facts.choice(CLAIM) + "、起点 " + Steps.day(since) + "）");
        List<Limitation.Event> sorted =
                events.stream().sorted(Comparator.comparing(Limitation.Event::from)).toList();
        for (int i = 0; i <= sorted.size(); i++) {
            List<Limitation.Event> soFar = sorted.subList(0, i);
            Limitation.State state =
                    refund ? limitation.ofRefund(since, soFar) : limitation.ofPremium(since, soFar);
            String name = i == 0 ? "起算" : sorted.get(i - 1).kind().japanese();
            String formula =
                    i == 0
                            ? "起点の翌日から" + years.display()
                            : Steps.day(sorted.get(i - 1).from())
                                    + "　"
                                    + sorted.get(i - 1).kind().article();
            steps.step("経過", name)
                    .formula(formula)
                    .is(
                            Steps.day(state.runsFrom())
                                    + "から"
                                    + state.lastDay()
                                            .map(day -> Steps.day(day) + "まで")
                                            .orElse("（進行しない）"))
                    .using(years)
                    .by("limitation.claim");
        }
        return steps.done();
    }
}
