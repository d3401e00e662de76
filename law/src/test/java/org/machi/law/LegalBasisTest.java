package org.machi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each class that holds rules says which articles it puts into code. */
class LegalBasisTest {
    private static final List<String> PLAIN =
            List.of("PremiumFacts", "PersonFacts", "Household", "Member", "TaxFacts");
    private static final String ARTICLE =
            "(法|令|則|準介|自治法|自治令|地|地附則|所税|措法|民法|条例|国民年金法|令附則|令6改正附則|所税別表第五|年齢計算ニ関スル法律"
                    + "|介令"
                    + "|国民の祝日に関する法律|行政機関の休日に関する法律).*";

    @Test
    void every_class_with_rules_cites_its_articles() {
        List<String> silent = new ArrayList<>();
        for (Class<?> type : LawClasses.all()) {
            boolean rules =
                    !type.isRecord()
                            && !type.isEnum()
                            && !type.isInterface()
                            && !type.isMemberClass()
                            && Modifier.isFinal(type.getModifiers())
                            && !List.of("parameter", "explanation", "rule")
                                    .contains(type.getPackageName().replaceFirst(".*\\.", ""))
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
                LawClasses.all().stream()
                        .flatMap(type -> articles(type).stream())
                        .distinct()
                        .toList();
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
