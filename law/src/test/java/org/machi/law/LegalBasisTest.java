package org.machi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each class that holds rules says which articles it puts into code. */
class LegalBasisTest {
    private static final List<String> PLAIN =
            List.of(
                    "Explanation",
                    "PremiumFacts",
                    "PersonFacts",
                    "Household",
                    "Member",
                    "TaxFacts");
    private static final String ARTICLE =
            "(法|令|則|準介|自治法|自治令|地|地附則|所税|措法|民法|条例|国民年金法|令附則|令6改正附則|所税別表第五|年齢計算ニ関スル法律"
                    + "|国民の祝日に関する法律|行政機関の休日に関する法律).*";

    private static List<Class<?>> classes() {
        try {
            Path root =
                    Path.of(
                            LegalBasis.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                List<Class<?>> classes = new ArrayList<>();
                for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    String name =
                            root.relativize(file)
                                    .toString()
                                    .replace('/', '.')
                                    .replace(".class", "");
                    if (!name.endsWith("package-info")) {
                        classes.add(Class.forName(name));
                    }
                }
                return classes;
            }
        } catch (IOException | URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_class_with_rules_cites_its_articles() {
        List<String> silent = new ArrayList<>();
        for (Class<?> type : classes()) {
            boolean rules =
                    !type.isRecord()
                            && !type.isEnum()
                            && !type.isInterface()
                            && !type.isMemberClass()
                            && Modifier.isFinal(type.getModifiers())
                            && !type.getPackageName().endsWith(".parameter")
                            && !type.getPackageName().equals("org.machi.law")
                            && !PLAIN.contains(type.getSimpleName());
            if (rules && articles(type).isEmpty()) {
                silent.add(type.getName());
            }
        }
        assertThat(silent).as("add @LegalBasis to the class or its rule methods").isEmpty();
    }

    @Test
    void articles_are_written_in_one_way() {
        List<String> all =
                classes().stream().flatMap(type -> articles(type).stream()).distinct().toList();
        assertThat(all).hasSizeGreaterThan(50).allMatch(article -> article.matches(ARTICLE));
    }

    private static List<String> articles(Class<?> type) {
        List<String> articles = new ArrayList<>();
        LegalBasis own = type.getAnnotation(LegalBasis.class);
        if (own != null) {
            articles.addAll(List.of(own.value()));
        }
        for (Method method : type.getDeclaredMethods()) {
            LegalBasis basis = method.getAnnotation(LegalBasis.class);
            if (basis != null) {
                articles.addAll(List.of(basis.value()));
            }
        }
        return articles;
    }
}
