package org.machi.city.day;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileDuty;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.DutyList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may see what stands in the files of a municipality: one duty for each kind. */
@Configuration(proxyBeanMethods = false)
class CityFiles {

    private static final String PEOPLE = "files.people";
    private static final String TAX = "files.tax";
    private static final String WELFARE = "files.welfare";
    private static final String PREMIUMS = "files.premiums";
    private static final String MONEY = "files.money";
    private static final String BENEFITS = "files.benefits";
    private static final String DELIVERIES = "files.deliveries";

    @Bean
    DutyList cityFileDuties() {
        return DutyList.of(
                new Duty(PEOPLE, "住民・資格ファイルの内容"),
                new Duty(TAX, "所得・課税ファイルの内容"),
                new Duty(WELFARE, "生活保護・届出ファイルの内容"),
                new Duty(PREMIUMS, "賦課・特別徴収ファイルの内容"),
                new Duty(MONEY, "収納・口座ファイルの内容"),
                new Duty(BENEFITS, "給付ファイルの内容"),
                new Duty(DELIVERIES, "配信ファイルの内容"));
    }

    @Bean
    FileDuty peopleFileDuty() {
        return FileDuty.of(
                PEOPLE,
                FileKind.JUKI_ALL,
                FileKind.JUKI_DIFF,
                FileKind.NONRES,
                FileKind.NONRES_ASK,
                FileKind.NONRES_ANSWER,
                FileKind.MIG_INSURED,
                FileKind.MIG_CHARMAP,
                FileKind.U_PERSON,
                FileKind.U_INSURED,
                FileKind.U_CARD,
                FileKind.U_EXCEPTION,
                FileKind.KOKI_RIGHTS,
                FileKind.U_RESULT,
                FileKind.C_RESULT);
    }

    @Bean
    FileDuty taxFileDuty() {
        return FileDuty.of(
                TAX,
                FileKind.TAX_ALL,
                FileKind.TAX_DIFF,
                FileKind.INCOME_ASK,
                FileKind.INCOME_ANSWER,
                FileKind.U_TAX);
    }

    @Bean
    FileDuty welfareFileDuty() {
        return FileDuty.of(WELFARE, FileKind.SEIHO, FileKind.U_APPLY, FileKind.U_DECISION);
    }

    @Bean
    FileDuty premiumFileDuty() {
        return FileDuty.of(
                PREMIUMS,
                FileKind.U_PREMIUM,
                FileKind.U_INSTALMENT,
                FileKind.U_CHECK,
                FileKind.KAIGO_DED,
                FileKind.KAIGO_CHARGE,
                FileKind.MIG_DEDUCTION,
                FileKind.Z31,
                FileKind.Z32,
                FileKind.Z33,
                FileKind.Z34,
                FileKind.Z3A);
    }

    @Bean
    FileDuty moneyFileDuty() {
        return FileDuty.of(
                MONEY,
                FileKind.ACCOUNT_REG,
                FileKind.ZENGIN_DEBIT,
                FileKind.ZENGIN_DEBIT_RESULT,
                FileKind.ZENGIN_TRANSFER,
                FileKind.BANK_RECEIPT,
                FileKind.CVS_PROMPT,
                FileKind.CVS_FINAL,
                FileKind.CVS_CANCEL,
                FileKind.PRINT_INDEX,
                FileKind.PRINT_RESULT,
                FileKind.MIG_CLOSING,
                FileKind.MIG_ARREARS,
                FileKind.MIG_OVERPAID,
                FileKind.U_RECEIPT,
                FileKind.U_ARREARS);
    }

    @Bean
    FileDuty benefitFileDuty() {
        return FileDuty.of(
                BENEFITS, FileKind.U_BENEFIT_APPLY, FileKind.U_BENEFIT, FileKind.U_BENEFIT_CALL);
    }

    @Bean
    FileDuty deliveryFileDuty() {
        return FileDuty.of(DELIVERIES, FileKind.U_DELIVERY, FileKind.C_DELIVERY_SEEN);
    }
}
