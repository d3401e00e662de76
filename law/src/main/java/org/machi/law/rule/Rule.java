package org.machi.law.rule;

import java.util.List;

/**
 * One rule of the law as this module holds it.
 *
 * @param id stable name, {@code area.rule}, e.g. {@code premium.base}
 * @param area the part of the law that people look under, e.g. 所得
 * @param name 日本語, as a notice or a clerk calls it
 * @param articles articles as {@link org.machi.law.LegalBasis} writes them
 * @param places where it is code, {@code package.Class} or {@code package.Class#method} below
 *     {@code org.machi.law}
 * @param tests where it is tested, {@code package.ClassTest#method} below {@code org.machi.law}
 * @param example the publisher of the example that the tests check, or the arithmetic shown there
 */
public record Rule(
        String id,
        String area,
        String name,
        List<String> articles,
        List<String> places,
        List<String> tests,
        String example) {
    public Rule {
        articles = List.copyOf(articles);
        places = List.copyOf(places);
        tests = List.copyOf(tests);
    }

    /** All articles as one text. */
    public String articleText() {
        return String.join("、", articles);
    }
}
