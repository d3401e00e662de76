package org.machi.union;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileDuty;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may see what stands in the files of the union: one duty for each kind. */
@Configuration(proxyBeanMethods = false)
class UnionFiles {

    private static final String PEOPLE = "files.people";
    private static final String PREMIUMS = "files.premiums";
    private static final String BENEFITS = "files.benefits";
    private static final String DELIVERIES = "files.deliveries";

    @Bean
    DutyList unionFileDuties() {
        return DutyList.of(
                new Duty(PEOPLE, "住民・税・届出・資格ファイルの内容"),
                new Duty(PREMIUMS, "賦課・収納ファイルの内容"),
                new Duty(BENEFITS, "給付ファイルの内容"),
                new Duty(DELIVERIES, "配信ファイルの内容"));
    }

    @Bean
    FileDuty peopleFileDuty() {
        return FileDuty.of(
                PEOPLE,
                FileKind.MIG_UNION,
                FileKind.U_PERSON,
                FileKind.U_TAX,
                FileKind.U_APPLY,
                FileKind.U_INSURED,
                FileKind.U_DECISION,
                FileKind.U_CARD,
                FileKind.U_EXCEPTION,
                FileKind.U_RESULT,
                FileKind.C_RESULT);
    }

    @Bean
    FileDuty premiumFileDuty() {
        return FileDuty.of(
                PREMIUMS,
                FileKind.U_PREMIUM,
                FileKind.U_INSTALMENT,
                FileKind.U_RECEIPT,
                FileKind.U_ARREARS,
                FileKind.U_CHECK);
    }

    @Bean
    FileDuty benefitFileDuty() {
        return FileDuty.of(
                BENEFITS,
                FileKind.K_INSURED,
                FileKind.K_RECEIPT,
                FileKind.K_OWN_COST,
                FileKind.U_BENEFIT_APPLY,
                FileKind.U_BENEFIT,
                FileKind.U_BENEFIT_CALL,
                FileKind.ZENGIN_BENEFIT,
                FileKind.BENEFIT_FAILED);
    }

    @Bean
    FileDuty deliveryFileDuty() {
        return FileDuty.of(DELIVERIES, FileKind.U_DELIVERY, FileKind.C_DELIVERY_SEEN);
    }
}
