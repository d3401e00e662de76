package org.machi.calculators;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.limitation.Limitation;
import org.machi.law.limitation.Limitation.Kind;
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
            Field.of("日", "from", Field.Kind.DAY, "督促は指定期限、ほかはその日").must();
    private static final Field TO =
            Field.of("終わりの日", "to", Field.Kind.DAY, "差押・審査請求・猶予の最後の日。続いているときは書かない");
    private static final Field EVENTS =
            Field.list("出来事", "events", "時効に関わる出来事。催告・審査請求・取り消した差押・執行停止も書ける", WHAT, FROM, TO);
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
        return "保険料を徴収する権利、還付を受ける権利が時効（2年）で消える日を、督促・催告・差押・承認・審査請求・徴収猶予を入れて求め、何が効いたかを順に示します。";
    }

    @Override
    public List<Field> fields() {
        return List.of(CLAIM, SINCE, EVENTS, AT);
    }

    @Override
    public List<String> items() {
        return List.of("時効起算日", "権利のある最後の日", "時効完成日", "基準日の権利", "経過");
    }

    @Override
    public Answer answer(Facts facts) {
        Limitation limitation = new Limitation(parameters);
        LocalDate since = facts.day(SINCE);
        List<Limitation.Event> events = facts.list(EVENTS).stream().map(e -> event(e)).toList();
        List<Limitation.Entry> entries = limitation.timeline(since, events);
        Limitation.State state = entries.getLast().state();
        Answer.Results results = new Answer.Results().day("時効起算日", state.runsFrom());
        state.lastDay().ifPresent(day -> results.day("権利のある最後の日", day));
        state.writeOffOn().ifPresent(day -> results.day("時効完成日", day));
        facts.dayIf(AT)
                .ifPresent(day -> results.text("基準日の権利", state.isGoneOn(day) ? "時効により消滅" : "ある"));
        results.text("経過", course(entries));
        return results.with(limitation.explain(since, entries));
    }

    /** What happened and what it did, in order, for a list. */
    private static String course(List<Limitation.Entry> entries) {
        return entries.stream()
                .map(entry -> entry.on() + " " + entry.what() + "（" + entry.effect() + "）")
                .collect(Collectors.joining("；"));
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
}
