package org.machi.city.levy;

import org.machi.formats.file.FileKind;
import org.machi.law.AccountYear;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 調定のファイル: charges of another levy (介護保険料) and what the former system left behind. */
@Configuration(proxyBeanMethods = false)
class ChargeIntake {

    private static final String UNKNOWN_PERSON =
            "NOT EXISTS (SELECT 1 FROM people.v_person p WHERE p.person_no = i.person_no)";

    private static final String CHARGED_SINCE =
            """
            EXISTS (SELECT 1 FROM levy.instalment t
                    WHERE t.person_no = i.person_no AND t.levy_code = 'KAIGO' AND t.levy_year = i.levy_year
                        AND t.decision_year = i.decision_year AND t.assessment_no = i.assessment_no
                        AND t.method = 2 AND t.period = i.period)
            """;

    private final Charges charges;
    private final FormerArrears former;

    ChargeIntake(Charges charges, FormerArrears former) {
        this.charges = charges;
        this.former = former;
    }

    @Bean
    FileHandler careChargeFiles() {
        return FileHandler.of(FileKind.KAIGO_CHARGE, this::care)
                .withAgain(this::careAgain, file -> 0);
    }

    @Bean
    FileHandler formerArrearsFiles() {
        return FileHandler.of(
                FileKind.MIG_ARREARS,
                file -> {
                    file.setAside("宛名番号", "person_no", "宛名にない人です", UNKNOWN_PERSON);
                    file.setAside(
                            "収納未済額",
                            "unpaid",
                            "期割額から収納済額を引いた額と合いません",
                            "i.charged - i.received <> i.unpaid OR i.unpaid <= 0");
                    former.takeArrears(file);
                });
    }

    @Bean
    FileHandler formerOverPaymentFiles() {
        return FileHandler.of(
                FileKind.MIG_OVERPAID,
                file -> {
                    file.setAside("宛名番号", "person_no", "宛名にない人です", UNKNOWN_PERSON);
                    former.takeOverPayments(file);
                });
    }

    /**
     * 再取込: a file that came later may have charged the same instalment; the old row must not undo
     * it.
     */
    private void careAgain(IncomingFile file) {
        file.setAside("期別", "period", "この期割は、あとから届いたファイルで調定済みです", CHARGED_SINCE);
        care(file);
    }

    private void care(IncomingFile file) {
        file.setAside("宛名番号", "person_no", "宛名にない人です", UNKNOWN_PERSON);
        ChargeCount count =
                charges.applyListed(
                        file.businessDate(),
                        """
                        SELECT DISTINCT ON (person_no, levy_year, decision_year, assessment_no, period)
                            'KAIGO' AS levy_code, person_no, person_no AS payer_no, care_no AS reference, levy_year::integer,
                            decision_year::integer, %d AS account_year, assessment_no, 2::smallint AS method,
                            period::smallint AS period, due_on, CASE WHEN change = '4' THEN 0 ELSE amount END AS amount
                        FROM incoming
                        ORDER BY person_no, levy_year, decision_year, assessment_no, period, plan_version DESC
                        """
                                .formatted(AccountYear.containing(file.businessDate()).year()),
                        "介護保険料 調定");
        file.count("増額", count.raises());
        file.count("減額", count.cuts());
        file.count("調定額", count.raised() - count.cut());
    }
}
