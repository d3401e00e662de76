package org.machi.city.people.inquiry;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.tax.TypedIncome;
import org.machi.city.people.tax.TypedIncome.Amounts;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 回答の入力と確認: what one clerk read from the paper of another municipality counts when another clerk
 * has confirmed it, as with a 簡易申告; an income is then a new version of 所得・課税情報 and goes to the
 * union.
 */
@Component
class TypedAnswers {

    private static final String FROM_ANOTHER = "05";
    private static final String INCOMES = "123";

    private final JdbcClient db;
    private final String ownCode;

    TypedAnswers(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.ownCode = settings.code();
    }

    /** The answer as the clerk reads it from the paper. */
    record Answer(String code, Amounts amounts, String text) {}

    /** Which question, and who works on which business day. */
    record Work(long personNo, String inquiryNo, String staff, LocalDate on) {}

    private record Held(
            String kind,
            int levyYear,
            String toCode,
            boolean answered,
            @Nullable String enteredBy,
            int factVersion,
            OwnQuestions.@Nullable Typed typed) {}

    /** 入力: waits for another clerk. */
    void enter(Work work, Answer answer) {
        Held held = held(work);
        if (held.answered() || held.typed() != null) {
            throw new ChangedMeanwhile("この照会の回答は、ほかの職員が先に入力しました。");
        }
        db.sql(
                        """
                        update people.income_inquiry
                        set typed_answer = :answer, typed_text = :text, salary = :salary, pension = :pension,
                            business = :business, farming = :farming, real_estate = :real, misc_other = :misc,
                            entered_by = :staff, entered_on = :today, return_reason = null, fact_version = :version
                        where person_no = :person and inquiry_no = :no
                        """)
                .param("answer", answer.code())
                .param("text", answer.text())
                .param("salary", answer.amounts().salary())
                .param("pension", answer.amounts().pension())
                .param("business", answer.amounts().business())
                .param("farming", answer.amounts().farming())
                .param("real", answer.amounts().realEstate())
                .param("misc", answer.amounts().miscOther())
                .param("staff", work.staff())
                .param("today", work.on())
                .param("version", factVersion(work.personNo(), held.levyYear()))
                .param("person", work.personNo())
                .param("no", work.inquiryNo())
                .update();
    }

    /**
     * 確認 by somebody else than the one who entered it, who saw what was entered. When incomes came
     * since the entry nothing is written over: the answer is given back.
     *
     * @return why not, or empty when it counts
     */
    Optional<String> confirm(Work work, String seen) {
        Held held = held(work);
        OwnQuestions.Typed typed = held.typed();
        if (held.answered() || typed == null) {
            throw new ChangedMeanwhile("この回答は、ほかの職員が先に処理したか、ファイルで届いています。");
        }
        if (work.staff().equals(held.enteredBy())) {
            return Optional.of("入力した職員は確認できません。別の職員が確認してください。");
        }
        if (!typed.seen().equals(seen)) {
            throw new ChangedMeanwhile("画面を開いた後に、この回答が入力し直されました。内容を確かめてから確認してください。");
        }
        boolean income = held.kind().equals("INCOME") && INCOMES.contains(typed.answer());
        if (income && factVersion(work.personNo(), held.levyYear()) != held.factVersion()) {
            clear(work, "入力の後に所得・課税情報が届きました");
            return Optional.of("入力の後に所得・課税情報が届いたため、確認せずに戻しました。届いた内容を確かめて、要るときは入力し直してください。");
        }
        db.sql(
                        """
                        update people.income_inquiry
                        set answered_on = :today, answer = typed_answer, answered_by = entered_by, answer_text = typed_text,
                            confirmed_by = :staff
                        where person_no = :person and inquiry_no = :no
                        """)
                .param("today", work.on())
                .param("staff", work.staff())
                .param("person", work.personNo())
                .param("no", work.inquiryNo())
                .update();
        if (income) {
            new TypedIncome(
                            work.personNo(),
                            held.levyYear(),
                            held.toCode(),
                            FROM_ANOTHER,
                            typed.answer().equals("3") ? "1" : "0",
                            typed.amounts())
                    .keep(db, ownCode, work.on());
        }
        return Optional.empty();
    }

    /** 差戻し: something was wrong with it; it is entered anew. */
    void giveBack(Work work, String reason) {
        Held held = held(work);
        if (held.answered() || held.typed() == null) {
            throw new ChangedMeanwhile("この回答は、ほかの職員が先に処理したか、ファイルで届いています。");
        }
        clear(work, reason);
    }

    private void clear(Work work, String reason) {
        db.sql(
                        """
                        update people.income_inquiry
                        set typed_answer = null, typed_text = null, salary = 0, pension = 0, business = 0, farming = 0,
                            real_estate = 0, misc_other = 0, entered_by = null, entered_on = null, return_reason = :reason
                        where person_no = :person and inquiry_no = :no
                        """)
                .param("reason", reason)
                .param("person", work.personNo())
                .param("no", work.inquiryNo())
                .update();
    }

    private int factVersion(long personNo, int levyYear) {
        return db.sql(
                        """
                        select coalesce(max(version), 0)::integer from people.tax_fact where person_no = ? and levy_year = ?
                        """)
                .params(personNo, levyYear)
                .query(Integer.class)
                .single();
    }

    private Held held(Work work) {
        return db.sql(
                        """
                        select * from people.income_inquiry where person_no = ? and inquiry_no = ? for update
                        """)
                .params(work.personNo(), work.inquiryNo())
                .query((row, _) ->
                        new Held(
                                row.getString("kind"),
                                row.getInt("levy_year"),
                                row.getString("to_code"),
                                row.getObject("answered_on") != null,
                                row.getString("entered_by"),
                                row.getInt("fact_version"),
                                OwnQuestions.typed(row)))
                .optional()
                .orElseThrow(NothingThere::new);
    }
}
