package org.machi.city.day;

import java.util.ArrayList;
import java.util.List;
import org.machi.city.koki.KokiDay;
import org.machi.city.levy.LevyDay;
import org.machi.city.linkage.LinkageDay;
import org.machi.city.people.PeopleDay;
import org.machi.formats.file.FileKind;
import org.machi.platform.audit.AuditSeals;
import org.machi.platform.files.Intake;
import org.machi.platform.jobs.Job;
import org.machi.platform.jobs.Step;
import org.machi.platform.line.Results;
import org.machi.platform.staff.Duties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The three jobs of a business day. In the morning the city takes what other offices sent of people
 * and incomes and tells the union; while the union works it takes what banks, stores, the pension's
 * payer and the print shop sent; in the afternoon it takes the union's answers, plans, charges,
 * writes letters and closes the day.
 */
@Configuration(proxyBeanMethods = false)
public class CityDay {

    public static final String MORNING = "CITY_MORNING";
    public static final String MIDDAY = "CITY_MIDDAY";
    public static final String AFTERNOON = "CITY_AFTERNOON";

    private static final String DUTY = Duties.JOBS_RUN;

    /** The jobs of a business day in their order. */
    public static final List<String> JOBS = List.of(MORNING, MIDDAY, AFTERNOON);

    /** People first, then what refers to them. */
    private static final List<FileKind> OFFICES =
            List.of(
                    FileKind.MIG_CHARMAP,
                    FileKind.JUKI_ALL,
                    FileKind.NONRES,
                    FileKind.JUKI_DIFF,
                    FileKind.NONRES_ASK,
                    FileKind.MIG_INSURED,
                    FileKind.MIG_CLOSING,
                    FileKind.MIG_DEDUCTION,
                    FileKind.MIG_ARREARS,
                    FileKind.MIG_OVERPAID,
                    FileKind.TAX_ALL,
                    FileKind.TAX_DIFF,
                    FileKind.INCOME_ANSWER,
                    FileKind.INCOME_ASK,
                    FileKind.SEIHO);

    /**
     * Money after the instalments that it pays; nothing of it is told to the union before evening.
     */
    private static final List<FileKind> MONEY =
            List.of(
                    FileKind.ACCOUNT_REG,
                    FileKind.KAIGO_DED,
                    FileKind.KAIGO_CHARGE,
                    FileKind.Z31,
                    FileKind.Z33,
                    FileKind.Z34,
                    FileKind.ZENGIN_DEBIT_RESULT,
                    FileKind.BANK_RECEIPT,
                    FileKind.CVS_CANCEL,
                    FileKind.CVS_PROMPT,
                    FileKind.CVS_FINAL,
                    FileKind.PRINT_RESULT);

    private static final List<FileKind> UNION =
            List.of(
                    FileKind.U_INSURED,
                    FileKind.U_DECISION,
                    FileKind.U_CARD,
                    FileKind.U_EXCEPTION,
                    FileKind.U_BENEFIT,
                    FileKind.U_BENEFIT_CALL,
                    FileKind.U_PREMIUM,
                    FileKind.U_CHECK,
                    FileKind.U_DELIVERY,
                    FileKind.U_RESULT);

    /** Every kind that the day takes. */
    static List<FileKind> kinds() {
        List<FileKind> kinds = new ArrayList<>(OFFICES);
        kinds.addAll(MONEY);
        kinds.addAll(UNION);
        return kinds;
    }

    @Bean
    Job morning(Intake intake, PeopleDay people, LevyDay levy) {
        List<Step> steps = new ArrayList<>(levy.beforeFiles());
        steps.add(take("庁内ファイルの取込", intake, OFFICES));
        steps.addAll(people.steps());
        return new Job(MORNING, "朝の処理", DUTY, steps);
    }

    @Bean
    Job midday(Intake intake) {
        return new Job(MIDDAY, "昼の処理", DUTY, List.of(take("年金・収納ファイルの取込", intake, MONEY)));
    }

    @Bean
    Job afternoon(
            Intake intake,
            KokiDay koki,
            LevyDay levy,
            LinkageDay linkage,
            Results results,
            AuditSeals seals) {
        List<Step> steps = new ArrayList<>();
        steps.add(take("広域連合ファイルの取込", intake, UNION));
        steps.addAll(koki.steps());
        steps.addAll(levy.afterFiles());
        steps.addAll(linkage.steps());
        steps.addAll(levy.closing());
        steps.add(Step.of("取込結果の送付", results::tell));
        steps.add(Step.repeatable("操作記録の封印", step -> seals.seal(step.businessDate())));
        return new Job(AFTERNOON, "午後の処理", DUTY, steps);
    }

    private static Step take(String name, Intake intake, List<FileKind> order) {
        return Step.repeatable(
                name,
                step ->
                        intake.takeAll(order, step.businessDate(), step.actor())
                                .forEach(file -> step.count(file.state().label(), 1)));
    }
}
