package org.machi.law.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.machi.law.LawClasses;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;

/**
 * The register is true: each rule has its articles, code, tests and example, and nothing is left
 * out.
 */
class RuleRegisterTest {
    private static final String ROOT = "org.machi.law.";

    @Test
    void no_rule_is_without_article_code_test_and_example() {
        List<String> poor = new ArrayList<>();
        for (Rule rule : RuleRegister.all()) {
            if (rule.name().isBlank()
                    || rule.area().isBlank()
                    || rule.articles().isEmpty()
                    || rule.places().isEmpty()
                    || rule.tests().isEmpty()
                    || rule.example().isBlank()) {
                poor.add(rule.id());
            }
        }
        assertThat(poor).isEmpty();
        assertThat(RuleRegister.all()).hasSizeGreaterThan(60);
    }

    @Test
    void places_and_tests_exist() {
        List<String> missing = new ArrayList<>();
        for (Rule rule : RuleRegister.all()) {
            rule.places().stream().filter(p -> !exists(p)).forEach(missing::add);
            rule.tests().stream().filter(t -> !exists(t)).forEach(missing::add);
        }
        assertThat(missing).as("rule/rules.tsv names what is not there").isEmpty();
    }

    @Test
    void every_article_in_the_code_belongs_to_a_rule_that_names_it() {
        List<String> unregistered = new ArrayList<>();
        for (Class<?> type : LawClasses.all()) {
            check(type.getAnnotation(LegalBasis.class), place(type), unregistered);
            for (Method method : type.getDeclaredMethods()) {
                String place = place(type) + "#" + method.getName();
                check(method.getAnnotation(LegalBasis.class), place, unregistered);
            }
        }
        assertThat(unregistered).as("add the article to rule/rules.tsv").isEmpty();
    }

    private static void check(@Nullable LegalBasis basis, String place, List<String> unregistered) {
        if (basis == null) {
            return;
        }
        Set<String> known = new HashSet<>();
        String owner = place.split("#")[0];
        for (Rule rule : RuleRegister.all()) {
            boolean here =
                    rule.places().stream()
                            .anyMatch(p ->
                                    p.equals(place)
                                            || !place.contains("#") && p.split("#")[0].equals(owner)
                                            || p.equals(owner));
            if (here) {
                known.addAll(rule.articles());
            }
        }
        for (String article : basis.value()) {
            if (!known.contains(article)) {
                unregistered.add(place + " " + article);
            }
        }
    }

    @Test
    void rules_are_found_by_name_and_by_article() {
        assertThat(RuleRegister.rule("income.base").name()).isEqualTo("賦課のもととなる所得金額");
        assertThat(RuleRegister.rule("income.base").articleText()).contains("、地314条の2第2項");
        assertThat(RuleRegister.byArticle().get("法160条の2"))
                .contains(RuleRegister.rule("decision.limit"));
        assertThat(RuleRegister.find("no.such")).isEmpty();
        assertThatThrownBy(() -> RuleRegister.rule("no.such"))
                .isInstanceOf(LawException.class)
                .hasMessageContaining("no.such");
    }

    private static boolean exists(String place) {
        String[] parts = place.split("#");
        try {
            Class<?> type = Class.forName(ROOT + parts[0]);
            return parts.length == 1
                    || Arrays.stream(type.getDeclaredMethods())
                            .anyMatch(m -> m.getName().equals(parts[1]));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String place(Class<?> type) {
        return type.getName().substring(ROOT.length());
    }
}
