package org.machi.city.people.tax;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machi.city.people.tax.TypedIncome.Amounts;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 簡易申告: the form goes out, its answer is entered by one clerk and confirmed by another; then it is
 * a new version of the person's 所得・課税情報 and goes to the union.
 */
@Component
class Declarations {

    private static final String BY_DECLARATION = "04";
    private static final String SIMPLY_DECLARED = "2";

    private final JdbcClient db;
    private final String ownCode;

    Declarations(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.ownCode = settings.code();
    }

    /** An answer that waits for its confirmation. */
    public record Waiting(
            long personNo, String name, int levyYear, Amounts amounts, String enteredBy) {}

    void printed(List<Long> people, int levyYear, LocalDate returnBy, String staff, LocalDate day) {
        db.sql(
                        """
                        insert into people.declaration (person_no, levy_year, printed_on, printed_by, return_by)
                        select person_no, :year, :day, :staff, :by from unnest(:people) as p (person_no)
                        on conflict (person_no, levy_year) do update
                            set printed_on = excluded.printed_on, printed_by = excluded.printed_by,
                                return_by = excluded.return_by
                        """)
                .param("year", levyYear)
                .param("day", day)
                .param("staff", staff)
                .param("by", returnBy)
                .param("people", people.toArray(Long[]::new))
                .update();
    }

    Optional<String> enter(
            long personNo, int levyYear, Amounts amounts, String staff, LocalDate day) {
        int rows =
                db.sql(
                                """
                                insert into people.declaration as d (person_no, levy_year, printed_on, printed_by, return_by,
                                    state, salary, pension, business, farming, real_estate, misc_other, entered_by, entered_on)
                                values (:person, :year, :day, :staff, :day, 'ENTERED', :salary, :pension, :business, :farming,
                                    :real, :misc, :staff, :day)
                                on conflict (person_no, levy_year) do update
                                    set state = 'ENTERED', salary = excluded.salary, pension = excluded.pension,
                                        business = excluded.business, farming = excluded.farming,
                                        real_estate = excluded.real_estate, misc_other = excluded.misc_other,
                                        entered_by = excluded.entered_by, entered_on = excluded.entered_on
                                    where d.state <> 'CONFIRMED'
                                """)
                        .param("person", personNo)
                        .param("year", levyYear)
                        .param("day", day)
                        .param("staff", staff)
                        .param("salary", amounts.salary())
                        .param("pension", amounts.pension())
                        .param("business", amounts.business())
                        .param("farming", amounts.farming())
                        .param("real", amounts.realEstate())
                        .param("misc", amounts.miscOther())
                        .update();
        return rows == 0 ? Optional.of("この年度の簡易申告は確認済みです。訂正は税務の更正で行ってください。") : Optional.empty();
    }

    List<Waiting> waiting() {
        return db.sql(
                        """
                        select d.*, v.name from people.declaration d join people.v_person v using (person_no)
                        where d.state = 'ENTERED' order by d.entered_on, d.person_no limit 200
                        """)
                .query((row, _) ->
                        new Waiting(
                                row.getLong("person_no"),
                                row.getString("name"),
                                row.getInt("levy_year"),
                                new Amounts(
                                        row.getLong("salary"),
                                        row.getLong("pension"),
                                        row.getLong("business"),
                                        row.getLong("farming"),
                                        row.getLong("real_estate"),
                                        row.getLong("misc_other")),
                                row.getString("entered_by")))
                .list();
    }

    long countWaiting() {
        return db.sql("select count(*) from people.declaration where state = 'ENTERED'")
                .query(Long.class)
                .single();
    }

    /** Confirmed by somebody else than the one who entered it. */
    Optional<String> confirm(long personNo, int levyYear, String staff, LocalDate day) {
        Waiting found =
                waiting().stream()
                        .filter(one -> one.personNo() == personNo && one.levyYear() == levyYear)
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        if (found.enteredBy().equals(staff)) {
            return Optional.of("入力した職員は確認できません。別の職員が確認してください。");
        }
        int rows =
                db.sql(
                                """
                                update people.declaration set state = 'CONFIRMED', confirmed_by = :staff, confirmed_on = :day
                                where person_no = :person and levy_year = :year and state = 'ENTERED'
                                """)
                        .param("staff", staff)
                        .param("day", day)
                        .param("person", personNo)
                        .param("year", levyYear)
                        .update();
        if (rows == 0) {
            throw new ChangedMeanwhile("この簡易申告は、ほかの職員が先に確認しました。");
        }
        new TypedIncome(
                        personNo,
                        levyYear,
                        ownCode,
                        BY_DECLARATION,
                        SIMPLY_DECLARED,
                        found.amounts())
                .keep(db, ownCode, day);
        return Optional.empty();
    }
}
