package org.machi.city.koki;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The files of the union, of the former system, of 介護 and of the pension's payer that koki takes.
 */
@Configuration(proxyBeanMethods = false)
class KokiFiles {

    @Bean
    FileHandler insured(UnionIntake intake) {
        return FileHandler.of(FileKind.U_INSURED, intake::insured).withRowsAgain();
    }

    @Bean
    FileHandler premiums(UnionIntake intake) {
        return FileHandler.of(FileKind.U_PREMIUM, intake::premiums).withRowsAgain();
    }

    @Bean
    FileHandler differences(UnionIntake intake) {
        return FileHandler.of(FileKind.U_CHECK, intake::differences);
    }

    @Bean
    FileHandler formerInsured(FormerIntake intake) {
        return FileHandler.of(FileKind.MIG_INSURED, intake::insured);
    }

    @Bean
    FileHandler formerClosing(FormerIntake intake) {
        return FileHandler.of(FileKind.MIG_CLOSING, intake::closing);
    }

    @Bean
    FileHandler formerDeductions(FormerIntake intake) {
        return FileHandler.of(FileKind.MIG_DEDUCTION, intake::deductions);
    }

    @Bean
    FileHandler careDeductions(CareIntake intake) {
        return FileHandler.of(FileKind.KAIGO_DED, intake::deductions);
    }
}
