package org.machi.law.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.machi.law.LawException;
import org.machi.law.TsvResource;

/**
 * Every rule of the module, from {@code rule/rules.tsv}, in the order of the law. A test keeps it
 * true: no rule without article, place, test and example, no article in the code without rule.
 */
public final class RuleRegister {
    private static final Map<String, Rule> RULES = read();

    private RuleRegister() {}

    /** All rules, area by area. */
    public static List<Rule> all() {
        return List.copyOf(RULES.values());
    }

    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(RULES.get(id));
    }

    /** The rule that must exist. */
    public static Rule rule(String id) {
        return find(id).orElseThrow(() -> new LawException("登録されていないルールです: " + id));
    }

    /** Articles in the order of their text, each with the rules that rest on it. */
    public static Map<String, List<Rule>> byArticle() {
        Map<String, List<Rule>> articles = new TreeMap<>();
        for (Rule rule : RULES.values()) {
            for (String article : rule.articles()) {
                articles.computeIfAbsent(article, a -> new ArrayList<>()).add(rule);
            }
        }
        return articles;
    }

    private static Map<String, Rule> read() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (String[] c : TsvResource.read("rule/rules.tsv", 7)) {
            Rule rule = new Rule(c[0], c[1], c[2], split(c[3]), split(c[4]), split(c[5]), c[6]);
            if (rules.put(rule.id(), rule) != null) {
                throw new LawException("ルールが二重です: " + rule.id());
            }
        }
        return rules;
    }

    /** Cells hold lists between 、 or blanks. */
    private static List<String> split(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("[、 ]+"));
    }
}
