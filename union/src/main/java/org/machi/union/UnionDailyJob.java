package org.machi.union;

import java.util.List;
import java.util.stream.Collectors;
import org.machi.formats.file.FileKind;
import org.machi.platform.audit.AuditSeals;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.Intake;
import org.machi.platform.jobs.Job;
import org.machi.platform.jobs.Step;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.line.Results;
import org.machi.platform.staff.Duties;
import org.machi.union.assessment.AssessmentRuns;
import org.machi.union.assessment.DuePeople;
import org.machi.union.benefits.BenefitsDay;
import org.machi.union.burden.Burden;
import org.machi.union.cards.Cards;
import org.machi.union.deliveries.Deliveries;
import org.machi.union.eligibility.Eligibility;
import org.machi.union.eligibility.Verdicts;
import org.machi.union.exchange.AnswerNews;
import org.machi.union.exchange.BenefitNews;
import org.machi.union.exchange.CheckNews;
import org.machi.union.exchange.InsuredNews;
import org.machi.union.exchange.PremiumNews;
import org.machi.union.reconciliation.Reconciliation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * 日次処理: the union's day, its steps in the order of the main flow; and 突合, which needs nothing of
 * the day and comes after it.
 */
@Configuration(proxyBeanMethods = false)
class UnionDailyJob {

    private static final List<FileKind> PEOPLE =
            List.of(FileKind.MIG_UNION, FileKind.U_PERSON, FileKind.U_TAX, FileKind.U_APPLY);
    private static final List<FileKind> BENEFITS =
            List.of(
                    FileKind.BENEFIT_FAILED,
                    FileKind.K_RECEIPT,
                    FileKind.K_OWN_COST,
                    FileKind.U_BENEFIT_APPLY);
    private static final List<FileKind> REPORTS =
            List.of(
                    FileKind.U_INSTALMENT,
                    FileKind.U_RECEIPT,
                    FileKind.U_ARREARS,
                    FileKind.C_RESULT,
                    FileKind.C_DELIVERY_SEEN);

    @Bean
    Job unionDaily(
            Intake intake,
            Eligibility eligibility,
            Burden burden,
            Assessing assessing,
            Telling telling,
            Answering answering,
            AuditSeals seals) {
        return Job.of(
                UnionOffice.DAILY,
                "日次処理",
                Duties.JOBS_RUN,
                Step.repeatable("住民・税・届出の受付", step -> take(intake, PEOPLE, step)),
                Step.of("資格の判定", eligibility::judge),
                Step.of("届出・申請の審査", answering.verdicts()::decide),
                Step.of("負担割合の判定", burden::judge),
                Step.of("証発行用情報の作成", answering.cards()::issue),
                Step.repeatable("レセプト・給付申請の受付", step -> take(intake, BENEFITS, step)),
                Step.of("高額療養費の算定", answering.benefits()::assess),
                Step.of("給付の決定", answering.benefits()::decide),
                Step.of("給付の振込", answering.benefits()::pay),
                Step.of("賦課し直す人の抽出", assessing.due()::note),
                Step.of("当初賦課", assessing.runs()::initialWhenDue),
                Step.of("月次・過年度賦課", assessing.runs()::monthlyWhenDue),
                Step.of("被保険者情報の送付", telling.insured()::send),
                Step.of("賦課情報の送付", telling.premiums()::send),
                Step.of("届出・申請の決定の送付", telling.answers()::sendVerdicts),
                Step.of("証発行用情報の送付", telling.answers()::sendCards),
                Step.of("住所地特例者情報の送付", telling.answers()::sendExceptions),
                Step.of("給付の決定の送付", telling.benefits()::send),
                Step.of("被保険者マスタの送付", telling.benefits()::sendInsured),
                Step.repeatable("操作記録の封印", step -> seals.seal(step.businessDate())));
    }

    @Bean
    Job unionReports(
            Intake intake,
            Reconciliation reconciliation,
            CheckNews checks,
            Deliveries deliveries,
            Results results) {
        return Job.of(
                UnionOffice.REPORTS,
                "突合処理",
                Duties.JOBS_RUN,
                Step.repeatable("期割・収納・滞納の受付", step -> take(intake, REPORTS, step)),
                Step.of("突合", reconciliation::compare),
                Step.of("突合結果の送付", checks::send),
                Step.of("配信ファイルの配信", deliveries::publishWhenDue),
                Step.of("取込結果の送付", results::tell));
    }

    /** What the assessment steps need. */
    record Assessing(DuePeople due, AssessmentRuns runs) {}

    /** What the sending steps need. */
    record Telling(
            InsuredNews insured, PremiumNews premiums, AnswerNews answers, BenefitNews benefits) {}

    /** What the steps about 届出・申請, 証 and 給付 need. */
    record Answering(Verdicts verdicts, Cards cards, BenefitsDay benefits) {}

    @Bean
    Assessing assessing(DuePeople due, AssessmentRuns runs) {
        return new Assessing(due, runs);
    }

    @Bean
    Telling telling(
            InsuredNews insured, PremiumNews premiums, AnswerNews answers, BenefitNews benefits) {
        return new Telling(insured, premiums, answers, benefits);
    }

    @Bean
    Answering answering(Verdicts verdicts, Cards cards, BenefitsDay benefits) {
        return new Answering(verdicts, cards, benefits);
    }

    private static void take(Intake intake, List<FileKind> kinds, StepContext step) {
        List<FileRecord> files = intake.takeAll(kinds, step.businessDate(), step.actor());
        files.stream()
                .collect(
                        Collectors.groupingBy(
                                f -> f.kind() + " " + f.state().label(),
                                java.util.TreeMap::new,
                                Collectors.counting()))
                .forEach(step::count);
    }
}
