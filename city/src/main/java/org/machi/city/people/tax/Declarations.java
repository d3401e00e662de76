package org.machi.city.people.tax;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    private static final String UNDECLARED = "1";
    private static final String SIMPLY_DECLARED = "2";
    private static final int YEARS_TO_DECIDE = 2;

    private final JdbcClient db;
    private final String ownCode;

    Declarations(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.ownCode = settings.code();
    }

    /**
     * An answer that waits for its confirmation.
     *
     * @param factVersion the version of 所得・課税情報 that was 未申告 at the entry; 0 when there was none
     */
    public record Waiting(
            long personNo,
            String name,
            int levyYear,
            Amounts amounts,
            int factVersion,
            String enteredBy) {

        /** What the confirming clerk looks at; the form sends it back. */
        public String seen() {
            return "%d:%d:%d:%d:%d:%d:%d"
                    .formatted(
                            factVersion,
                            amounts.salary(),
                            amounts.pension(),
                            amounts.business(),
                            amounts.farming(),
                            amounts.realEstate(),
                            amounts.miscOther());
        }
    }

    /** Which answer a clerk confirms, and what the page showed of it. */
    record Seen(long personNo, int levyYear, String seen) {}

    /** What is known of a person's year: 0 when nothing is. */
    private record Fact(int version, boolean undeclared) {}

    /**
     * Whether an income of the year can still count: premiums are decided within two years
     * (高齢者の医療の確保に関する法律第160条の2).
     */
    static boolean isOpen(int levyYear, LocalDate today) {
        return levyYear <= today.getYear()
                && levyYear >= Undeclared.levyYear(today) - YEARS_TO_DECIDE;
    }

    /** The years whose incomes can still count, the newest first. */
    static List<Integer> openYears(LocalDate today) {
        return IntStream.iterate(today.getYear(), year -> isOpen(year, today), year -> year - 1)
                .boxed()
                .toList();
    }

    /** The current version, kept as it is until the transaction ends. */
    private Fact fact(long personNo, int levyYear) {
        return db.sql(
                        """
                        select version, undeclared from people.tax_fact
                        where person_no = ? and levy_year = ? and current for update
                        """)
                .params(personNo, levyYear)
                .query((row, _) ->
                        new Fact(
                                row.getInt("version"),
                                UNDECLARED.equals(row.getString("undeclared"))))
                .optional()
                .orElse(new Fact(0, true));
    }

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
        if (!isOpen(levyYear, day)) {
            return Optional.of(
                    "相当年度は%d年度から%d年度までを入れてください。"
                            .formatted(Undeclared.levyYear(day) - YEARS_TO_DECIDE, day.getYear()));
        }
        requirePerson(personNo);
        Fact fact = fact(personNo, levyYear);
        if (!fact.undeclared()) {
            return Optional.of("この年度の所得・課税情報は未申告ではありません。訂正は税務の更正で行ってください。");
        }
        int rows =
                db.sql(
                                """
                                insert into people.declaration as d (person_no, levy_year, printed_on, printed_by, return_by,
                                    state, salary, pension, business, farming, real_estate, misc_other, entered_by, entered_on,
                                    fact_version)
                                values (:person, :year, :day, :staff, :day, 'ENTERED', :salary, :pension, :business, :farming,
                                    :real, :misc, :staff, :day, :version)
                                on conflict (person_no, levy_year) do update
                                    set state = 'ENTERED', salary = excluded.salary, pension = excluded.pension,
                                        business = excluded.business, farming = excluded.farming,
                                        real_estate = excluded.real_estate, misc_other = excluded.misc_other,
                                        entered_by = excluded.entered_by, entered_on = excluded.entered_on,
                                        fact_version = excluded.fact_version
                                    where d.state <> 'CONFIRMED'
                                """)
                        .param("version", fact.version())
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

    private void requirePerson(long personNo) {
        if (!db.sql("select exists (select from people.person where person_no = ?)")
                .param(personNo)
                .query(Boolean.class)
                .single()) {
            throw new NothingThere();
        }
    }

    List<Waiting> waiting() {
        return db.sql(WAITING + " order by d.entered_on, d.person_no limit 200")
                .query((row, _) -> waiting(row))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
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
                row.getInt("fact_version"),
                row.getString("entered_by"));
    }

    long countWaiting() {
        return db.sql("select count(*) from people.declaration where state = 'ENTERED'")
                .query(Long.class)
                .single();
    }

    /**
     * Confirmed by somebody else than the one who entered it, who saw what was entered. When the
     * facts changed since the entry nothing is written over: the answer is to be entered anew.
     */
    Optional<String> confirm(Seen seen, String staff, LocalDate day) {
        Waiting found =
                db.sql(WAITING + " and d.person_no = ? and d.levy_year = ? for update of d")
                        .params(seen.personNo(), seen.levyYear())
                        .query((row, _) -> waiting(row))
                        .optional()
                        .orElseThrow(NothingThere::new);
        if (found.enteredBy().equals(staff)) {
            return Optional.of("入力した職員は確認できません。別の職員が確認してください。");
        }
        if (!found.seen().equals(seen.seen())) {
            throw new ChangedMeanwhile("画面を開いた後に、この簡易申告が入力し直されました。内容を確かめてから確認してください。");
        }
        Fact fact = fact(found.personNo(), found.levyYear());
        if (!fact.undeclared() || fact.version() != found.factVersion()) {
            state(found, "PRINTED", null, null);
            return Optional.of("入力の後に所得・課税情報が届いたため、確認せずに戻しました。まだ未申告のときは、入力し直してください。");
        }
        state(found, "CONFIRMED", staff, day);
        new TypedIncome(
                        found.personNo(),
                        found.levyYear(),
                        ownCode,
                        BY_DECLARATION,
                        SIMPLY_DECLARED,
                        found.amounts())
                .keep(db, ownCode, day);
        return Optional.empty();
    }

    private void state(
            Waiting one, String state, @Nullable String confirmedBy, @Nullable LocalDate on) {
        db.sql(
                        """
                        update people.declaration set state = :state, confirmed_by = :staff, confirmed_on = :day
                        where person_no = :person and levy_year = :year
                        """)
                .param("state", state)
                .param("staff", confirmedBy)
                .param("day", on)
                .param("person", one.personNo())
                .param("year", one.levyYear())
                .update();
    }

    private static final String WAITING =
            """
            select d.*, v.name from people.declaration d join people.v_person v using (person_no)
            where d.state = 'ENTERED'
            """;
}
