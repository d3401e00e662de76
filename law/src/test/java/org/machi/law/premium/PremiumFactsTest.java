package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.LevyYear;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.ExplanationStep;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.Mark;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.PremiumFacts.PersonPremium;

class PremiumFactsTest {
    private static final LevyYear R8 = new LevyYear(2026);
    private static final LocalDate BIRTH = LocalDate.of(1945, 5, 5);

    private static PersonFacts pensioner(long revenue) {
        return PersonFacts.born(BIRTH)
                .insuredFrom(BIRTH.plusYears(75))
                .with(TaxItem.PENSION_REVENUE, revenue);
    }

    private static List<PersonPremium> premiums(String union, PersonFacts... household) {
        return new PremiumFacts(UnionCode.of(union), R8, List.of(household)).premiums();
    }

    /** tokyo-ikiiki.net R8. */
    @Test
    void a_couple_is_asked_in_a_few_lines_and_each_pays_their_own() {
        List<PersonPremium> premiums =
                premiums("13", pensioner(3_000_000).asHead().named("夫"), pensioner(0).named("妻"));
        assertThat(premiums).hasSize(2);
        assertThat(premiums.getFirst().assessment().premium()).isEqualTo(203_600);
        assertThat(premiums.get(1).assessment().base()).isZero();
    }

    /** Rules made once serve many households, but only those of their union and year. */
    @Test
    void rules_of_another_union_or_year_are_refused() {
        PremiumFacts facts =
                new PremiumFacts(UnionCode.of("13"), R8, List.of(pensioner(3_000_000).asHead()));
        Explainer tokyo = new Explainer(Examples.assessor("13", 2026));
        assertThat(facts.premiums(tokyo).getFirst().assessment().premium()).isEqualTo(203_600);
        for (PremiumAssessor other :
                List.of(Examples.assessor("14", 2026), Examples.assessor("13", 2025))) {
            assertThatThrownBy(() -> facts.premiums(new Explainer(other)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_member_who_is_not_insured_has_no_premium() {
        PersonFacts son =
                PersonFacts.born(LocalDate.of(1975, 1, 1)).with(TaxItem.SALARY_REVENUE, 5_000_000);
        assertThat(premiums("13", pensioner(800_000).asHead(), son)).hasSize(1);
    }

    @Test
    void a_person_who_comes_in_mid_year_is_judged_on_the_day_of_acquisition() {
        LocalDate birthday = LocalDate.of(2026, 10, 15);
        PersonFacts wife = PersonFacts.born(birthday.minusYears(75)).insuredFrom(birthday);
        List<PersonPremium> premiums = premiums("13", pensioner(2_300_000).asHead(), wife);
        assertThat(premiums.get(0).facts().periods().getFirst().judgement().insured()).isEqualTo(1);
        assertThat(premiums.get(1).facts().periods().getFirst().judgement().insured()).isEqualTo(2);
        assertThat(premiums.get(1).assessment().medical().segments().getFirst().months())
                .isEqualTo(6);
        assertThat(premiums.get(1).assessment().medical().segments().getFirst().levyDate())
                .isEqualTo(birthday);
    }

    @Test
    void the_explanation_names_every_step_with_its_numbers_and_sources() {
        String text = premiums("13", pensioner(3_000_000).asHead()).getFirst().explain().toText();
        assertThat(text)
                .startsWith("東京都後期高齢者医療広域連合　令和8年度　保険料の計算")
                .contains("総所得金額等 1,900,000円 − 基礎控除 430,000円 ＝ 1,470,000円")
                .contains("1,470,000円 × 9.88%")
                .contains("145,236円")
                .contains("53,300円")
                .contains("【子ども分】")
                .contains("厚労省")
                .contains("198,500円 ＋ 5,100円 ＝ 203,600円")
                .contains("［令18条1項2号、令18条1項3号、地314条の2第2項］")
                .contains("※ 公表額から逆算した値または未確認の値を用いています。");
    }

    @Test
    void the_three_renderings_say_the_same() {
        Explanation explanation = premiums("27", pensioner(840_000).asHead()).getFirst().explain();
        String json = explanation.toJson();
        String html = explanation.toHtml();
        for (ExplanationStep step : explanation.steps()) {
            assertThat(json).contains(step.formula()).contains(step.result());
            assertThat(html)
                    .contains(step.formula())
                    .contains(step.result())
                    .contains(step.article());
        }
        assertThat(json)
                .startsWith("{\"title\":")
                .contains("\"mark\":\"V\"")
                .endsWith("\"mark\":\"D\"}");
        assertThat(html)
                .contains("<th scope=\"row\">均等割軽減額")
                .contains("</table>")
                .contains("※ 公表額");
    }

    /** Whether the limit of 令和8年度 is 55万 or 65万 is not verified; it matters where a salary is. */
    @Test
    void an_unverified_limit_marks_only_the_households_that_it_was_used_for() {
        PersonFacts employed = pensioner(840_000).asHead().with(TaxItem.SALARY_REVENUE, 600_000);
        Explanation explanation = premiums("27", employed).getFirst().explain();
        assertThat(explanation.weakest()).isEqualTo(Mark.U);
        assertThat(explanation.toJson()).contains("\"name\":\"earner.salary\"");
        Explanation retired = premiums("27", pensioner(840_000).asHead()).getFirst().explain();
        assertThat(retired.weakest()).isEqualTo(Mark.D);
        assertThat(retired.toJson()).doesNotContain("earner.salary");
    }

    @Test
    void an_article_leads_to_the_page_of_its_rule() {
        Explanation explanation = premiums("27", pensioner(840_000).asHead()).getFirst().explain();
        assertThat(explanation.toHtml("/law?q="))
                .contains("<a href=\"/law?q=premium.perCapita\">法104条、令18条1項6号</a>");
        assertThat(explanation.toHtml()).doesNotContain("<a ");
    }

    /** 入間市・深川市: 330万円未満は110万円を引く。 */
    @Test
    void an_income_that_was_made_from_a_revenue_is_a_step_of_its_own() {
        String text =
                premiums("27", pensioner(1_530_000).asHead().named("夫"))
                        .getFirst()
                        .explain()
                        .toText();
        assertThat(text)
                .contains("公的年金等に係る雑所得（夫）: 収入 1,530,000円 ＝ 430,000円　［所税35条4項］")
                .contains("公的年金等控除（65歳以上） = 3,300,000円未満は収入 − 1,100,000円");
        assertThat(
                        premiums(
                                        "27",
                                        pensioner(1_530_000)
                                                .asHead()
                                                .with(TaxItem.MISC_TOTAL, 430_000))
                                .getFirst()
                                .explain()
                                .toText())
                .doesNotContain("公的年金等に係る雑所得");
    }

    /** The son's salary plays no part: neither head nor insured. */
    @Test
    void only_incomes_of_those_who_count_are_steps() {
        PersonFacts son =
                PersonFacts.born(LocalDate.of(1975, 1, 1))
                        .named("子")
                        .with(TaxItem.SALARY_REVENUE, 5_000_000);
        List<PersonPremium> couple =
                premiums(
                        "27",
                        pensioner(1_530_000).asHead().named("夫"),
                        pensioner(900_000).named("妻"),
                        son);
        assertThat(couple.getLast().explain().toText())
                .contains("公的年金等に係る雑所得（夫）", "公的年金等に係る雑所得（妻）")
                .doesNotContain("（子）");
    }

    /** The shrunken deduction of somebody with other large incomes is not verified. */
    @Test
    void an_unverified_table_is_visible_in_the_result_that_used_it() {
        PersonFacts rich = pensioner(3_000_000).asHead().with(TaxItem.BUSINESS, 15_000_000);
        Explanation explanation = premiums("27", rich).getFirst().explain();
        assertThat(explanation.weakest()).isEqualTo(Mark.U);
        assertThat(explanation.toText())
                .contains("公的年金等控除（65歳以上、年金以外の所得が1,000万円を超え2,000万円まで）")
                .contains("未確認");
    }

    /** 給与 1,000,000 − 650,000 = 350,000, 年金 1,500,000 − 1,100,000 = 400,000: 100,000 off. */
    @Test
    void salary_and_pension_are_told_with_their_adjustment() {
        PersonFacts both = pensioner(1_500_000).asHead().with(TaxItem.SALARY_REVENUE, 1_000_000);
        assertThat(premiums("27", both).getFirst().explain().toText())
                .contains("給与所得: 収入 1,000,000円 ＝ 350,000円")
                .contains("給与所得（所得金額調整控除の後）: 350,000円 − 100,000円 ＝ 250,000円")
                .contains("総所得金額等 650,000円");
    }

    @Test
    void values_are_called_by_their_japanese_names() {
        Explanation explanation = premiums("27", pensioner(840_000).asHead()).getFirst().explain();
        assertThat(explanation.toText())
                .contains("    均等割額（医療分） = 64,931円")
                .contains("    7割軽減の割合（医療分） = 72%")
                .doesNotContainPattern("[a-z]+\\.[a-z]+[A-Z]");
        assertThat(explanation.toHtml())
                .contains("<li data-parameter=\"medical.perCapita\">均等割額（医療分） ");
    }

    @Test
    void text_of_people_is_escaped() {
        Steps steps = new Steps("<b>\"&");
        steps.step("共通", "a<b").formula("x\"y\n").is("1").by("premium.total");
        Explanation nasty = steps.done();
        assertThat(nasty.toHtml())
                .contains("&lt;b&gt;&quot;&amp;")
                .contains("a&lt;b")
                .doesNotContain("<b>");
        assertThat(nasty.toJson()).contains("x\\\"y\\u000a");
    }

    @Test
    void capped_months_relief_and_special_cases_are_explained_too() {
        PersonFacts rich =
                pensioner(30_000_000)
                        .asHead()
                        .lostOn(LocalDate.of(2026, 10, 5))
                        .relieved(Relief.ofAmount(1_000, 0));
        String capped = premiums("11", rich).getFirst().explain().toText();
        assertThat(capped).contains("賦課限度額 850,000円").contains("× 6か月 ÷ 12").contains("減免額");
        PersonFacts dependant =
                pensioner(2_500_000).asHead().formerDependantSince(LocalDate.of(2025, 6, 1));
        assertThat(premiums("13", dependant).getFirst().explain().toText())
                .contains("被扶養者だったため所得割はない")
                .contains("令18条5項");
        PersonFacts silent = pensioner(800_000).asHead().declared(TaxFacts.Declaration.UNDECLARED);
        assertThat(premiums("31", silent).getFirst().explain().toText()).contains("軽減しない");
        assertThat(premiums("13", pensioner(1_650_000).asHead()).getFirst().explain().toText())
                .contains("所得割軽減額");
    }

    @Test
    void rules_of_reiwa_6_are_named_only_where_they_apply() {
        assertThat(rules(2026, 1_530_000))
                .contains("premium.incomePart")
                .doesNotContain("premium.lowIncomeRate");
        assertThat(rules(2024, 1_530_000))
                .contains("premium.lowIncomeRate")
                .doesNotContain("premium.incomePart");
        assertThat(rules(2024, 2_400_000))
                .contains("premium.incomePart")
                .doesNotContain("premium.lowIncomeRate");
        assertThat(rules(2024, 30_000_000))
                .contains("premium.cap.transitional")
                .doesNotContain("premium.cap");
        assertThat(rules(2025, 30_000_000))
                .contains("premium.cap")
                .doesNotContain("premium.cap.transitional");
    }

    private static List<String> rules(int year, long pension) {
        PremiumFacts facts =
                new PremiumFacts(
                        UnionCode.of("11"),
                        new LevyYear(year),
                        List.of(pensioner(pension).asHead()));
        return facts.premiums().getFirst().explain().steps().stream()
                .map(step -> step.rule().id())
                .toList();
    }
}
