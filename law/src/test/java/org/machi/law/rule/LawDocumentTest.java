package org.machi.law.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/law says which rule rests on which article, where it is code and what tests it. */
class LawDocumentTest {
    private static final Path FOLDER = Path.of("..", "docs", "law");
    private static final String CODE = "../../law/src/main/java/org/machi/law/";
    private static final String TESTS = "../../law/src/test/java/org/machi/law/";
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** The laws in the order in which a levy clerk opens them. */
    private static final List<String> LAWS =
            List.of(
                    "法", "令附則", "令6改正附則", "令3改正附則", "令", "則", "準介", "介令", "条例", "自治法", "自治令", "地附則",
                    "地", "所税別表", "所税", "措法", "民法");

    private static String rules() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Rules, area by area

                        Written by LawDocumentTest from `law/src/main/resources/org/machi/law/rule/rules.tsv`. Each rule has its articles, the code that holds it,
                        the tests that check it and where their expected values come from. By article: [articles.md](articles.md).
                        Abbreviations: 法 高齢者の医療の確保に関する法律, 令 同施行令, 則 同施行規則, 準介 法110条で準用する介護保険法, 介令 介護保険法施行令,
                        地 地方税法, 所税 所得税法, 措法 租税特別措置法, 自治法・自治令 地方自治法・同施行令, 条例 the union's or municipality's ordinance.
                        """);
        Map<String, List<Rule>> areas =
                RuleRegister.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Rule::area, LinkedHashMap::new, Collectors.toList()));
        areas.forEach((area, rules) -> {
            text.append("\n## ").append(area).append("\n\n");
            text.append("| rule | articles | code | tests | expected values from |\n");
            text.append("| --- | --- | --- | --- | --- |\n");
            rules.forEach(rule -> text.append(line(rule)));
        });
        return text.toString();
    }

    private static String line(Rule rule) {
        return "| <a id=\"%s\"></a>%s `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        rule.id(),
                        rule.name(),
                        rule.id(),
                        rule.articleText(),
                        links(rule.places(), CODE),
                        links(rule.tests(), TESTS),
                        rule.example())
                .replace("\r\n", "\n");
    }

    private static String links(List<String> places, String root) {
        return places.stream().map(place -> link(place, root)).collect(Collectors.joining("<br>"));
    }

    private static String link(String place, String root) {
        String[] parts = place.split("#");
        String file = parts[0].replaceAll("\\$.*", "").replace('.', '/') + ".java";
        String type = parts[0].substring(parts[0].lastIndexOf('.') + 1).replace('$', '.');
        String name = parts.length == 1 ? type : type + "." + parts[1];
        return "[" + name + "](" + root + file + ")";
    }

    private static String articles() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Articles and the rules that rest on them

                        Written by LawDocumentTest. The rules with their code, tests and sources: [rules.md](rules.md).

                        | article | rules |
                        | --- | --- |
                        """);
        RuleRegister.byArticle().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order()))
                .forEach(entry -> {
                    String rules =
                            entry.getValue().stream()
                                    .map(LawDocumentTest::anchor)
                                    .collect(Collectors.joining("、"));
                    text.append("| ").append(entry.getKey()).append(" | ");
                    text.append(rules).append(" |\n");
                });
        return text.toString();
    }

    private static String anchor(Rule rule) {
        return "[" + rule.name() + "](rules.md#" + rule.id() + ")";
    }

    /** By law, then by the numbers of article, branch, paragraph and item. */
    private static Comparator<String> order() {
        return Comparator.comparingInt(LawDocumentTest::law)
                .thenComparing(article -> {
                    Matcher digits = NUMBER.matcher(article);
                    return digits.replaceAll(
                            found -> "%05d".formatted(Integer.valueOf(found.group())));
                });
    }

    private static int law(String article) {
        for (int i = 0; i < LAWS.size(); i++) {
            if (article.startsWith(LAWS.get(i))) {
                return i;
            }
        }
        return LAWS.size();
    }

    @Test
    void the_rules_are_told_as_they_are() throws IOException {
        check(FOLDER.resolve("rules.md"), rules());
        check(FOLDER.resolve("articles.md"), articles());
    }

    private static void check(Path document, String wanted) throws IOException {
        if (Boolean.getBoolean("law.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(document, wanted);
        }
        assertThat(Files.readString(document))
                .as("run this test with -Dlaw.write=true")
                .isEqualTo(wanted);
    }

    @Test
    void articles_stand_in_the_order_of_the_law() {
        List<String> mixed =
                List.of("令18条1項2号", "法160条", "条例（月割）", "法50条", "法160条の2", "令附則11条", "令7条");
        assertThat(mixed.stream().sorted(order()).toList())
                .containsExactly("法50条", "法160条", "法160条の2", "令附則11条", "令7条", "令18条1項2号", "条例（月割）");
    }

    @Test
    void every_link_leads_to_a_file() {
        Pattern target = Pattern.compile("]\\((\\.\\./[^)#]+)");
        List<String> dead =
                target.matcher(rules())
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .filter(path -> !Files.exists(FOLDER.resolve(path)))
                        .toList();
        assertThat(dead).isEmpty();
    }
}
