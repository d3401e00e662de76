package org.machi.city.people.tax;

import java.time.LocalDate;
import org.machi.city.people.TaxFacts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An income that a clerk typed in from paper, on its way to a new version of 所得・課税情報: revenues of
 * salary and pension, from which the law takes its deductions, and other incomes as they stand.
 *
 * @param reason 更正事由コード: 04 簡易申告, 05 転入照会回答
 * @param undeclared 未申告区分コード of the new version
 * @param municipality the municipality that taxes
 */
public record TypedIncome(
        long personNo,
        int levyYear,
        String municipality,
        String reason,
        String undeclared,
        Amounts amounts) {

    /** Yen of the year before; 0 where there is none. */
    public record Amounts(
            long salary,
            long pension,
            long business,
            long farming,
            long realEstate,
            long miscOther) {

        public long total() {
            return salary + pension + business + farming + realEstate + miscOther;
        }
    }

    /** Writes the version; it goes to the union with the next file of incomes. */
    public void keep(JdbcClient db, String homeCode, LocalDate today) {
        db.sql("drop table if exists typed_fact").update();
        db.sql(
                        "create temporary table typed_fact (like people.tax_fact, line bigint) on commit drop")
                .update();
        db.sql(ROW)
                .param("home", homeCode)
                .param("person", personNo)
                .param("year", levyYear)
                .param("municipality", municipality)
                .param("today", today)
                .param("reason", reason)
                .param("undeclared", undeclared)
                .param("salary", amounts.salary())
                .param("pension", amounts.pension())
                .param("business", amounts.business())
                .param("farming", amounts.farming())
                .param("real", amounts.realEstate())
                .param("misc", amounts.miscOther())
                .update();
        new TaxFacts(db).take("typed_fact", today, 0);
    }

    /**
     * Whether a tax is owed is not known from a 簡易申告 (9 不明) unless there is nothing to tax; 給与所得
     * and 公的年金等に係る雑所得 follow from the revenues by the law.
     */
    private static final String ROW =
            """
            insert into typed_fact (insurer_no, taxpayer_no, person_no, levy_year, version, current, known_on, line, home_code, person_kind,
                municipality_code, change, corrected_on, correction_reason, taxed, undeclared, transition, base_given,
                reduction_given, low_given, share_given, salary, pension, business, farming, real_estate, misc_other,
                misc_total)
            select b.insurer_no, b.taxpayer_no, :person, :year, 0, false, :today, 1, :home, '1', :municipality,
                case when b.person_no is null then '1' else '2' end,
                :today, :reason,
                case when :salary + :pension + :business + :farming + :real + :misc = 0 then '0' else '9' end,
                :undeclared, false, false, false, false, false, :salary, :pension, :business, :farming, :real, :misc,
                :misc
            from (select 1) one
            left join people.tax_fact b on b.person_no = :person and b.levy_year = :year and b.current
            """;
}
