package org.machi.calculators.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.machi.law.rule.RuleRegister;

/** A clerk who holds a letter finds the rule behind each of its amounts. */
class LetterLineTest {
    private static final Path LETTERS =
            Path.of("..", "platform", "src", "main", "java", "org", "machi", "platform", "forms")
                    .resolve("letters");

    /** What a letter calls an amount, a share, a period or a day. */
    private static final Pattern LABEL =
            Pattern.compile(
                    "\"((?:[①-⑳] )?[一-龥ぁ-ん]*(?:額|率|割|月数|区分|期限|手数料|延滞金|加算金|期別|開始月|中止月|支払日)"
                            + "(?:（[^\"]*)?)\"");

    /**
     * Headings of columns and sums that say no rule of their own; how long a card holds is the
     * union's word on it.
     */
    private static final Set<String> PLAIN =
            Set.of("区分", "金額", "額", "合計額", "納付額", "納付すべき額", "有効期限");

    private static Set<String> labels() throws IOException {
        Set<String> labels = new TreeSet<>();
        try (Stream<Path> files = Files.list(LETTERS)) {
            for (Path file : files.toList()) {
                Matcher found = LABEL.matcher(Files.readString(file));
                while (found.find()) {
                    labels.add(found.group(1));
                }
            }
        }
        labels.removeIf(label -> PLAIN.contains(LetterLine.plain(label)));
        return labels;
    }

    @Test
    void every_amount_on_a_letter_leads_to_a_rule() throws IOException {
        assertThat(labels()).contains("③ 所得割額（①×②）", "⑫ 決定保険料額（⑧－⑩－⑪）", "還付加算金", "督促手数料");
        List<String> lost =
                labels().stream()
                        .filter(label ->
                                RuleRegister.all().stream()
                                        .noneMatch(rule -> LawPages.matches(rule, label)))
                        .toList();
        assertThat(lost).as("add the line to LetterLine").isEmpty();
    }

    @Test
    void every_line_names_a_rule_of_the_register() {
        assertThat(LetterLine.all())
                .allSatisfy(line -> assertThat(RuleRegister.find(line.rule())).isPresent());
    }

    @Test
    void a_line_is_found_as_it_is_printed() {
        assertThat(LetterLine.plain("③ 所得割額（①×②）")).isEqualTo("所得割額");
        assertThat(LetterLine.plain("⑥ 均等割軽減額（")).isEqualTo("均等割軽減額");
        assertThat(LetterLine.plain("（全部）")).isEqualTo("（全部）");
        assertThat(LawPages.matches(RuleRegister.rule("premium.cap"), "⑦ 限度超過額")).isTrue();
        assertThat(LawPages.matches(RuleRegister.rule("late.charge"), "⑦ 限度超過額")).isFalse();
    }
}
