package org.machi.city.people;

import org.machi.city.people.outside.NumberRequests;
import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The files of other offices that people takes (庁内連携 and migration). */
@Configuration(proxyBeanMethods = false)
class PeopleFiles {

    @Bean
    FileHandler wholeRegister(PeopleIntake intake) {
        return FileHandler.of(FileKind.JUKI_ALL, intake::register);
    }

    @Bean
    FileHandler registerChanges(PeopleIntake intake) {
        return FileHandler.of(FileKind.JUKI_DIFF, intake::changes);
    }

    @Bean
    FileHandler nonResidents(PeopleIntake intake) {
        return FileHandler.of(FileKind.NONRES, intake::nonResidents);
    }

    @Bean
    FileHandler requestsForNumbers(NumberRequests requests) {
        return FileHandler.of(FileKind.NONRES_ASK, requests::take);
    }

    @Bean
    FileHandler wholeTaxFacts(FactsIntake intake) {
        return FileHandler.of(FileKind.TAX_ALL, intake::taxFacts);
    }

    @Bean
    FileHandler taxFactChanges(FactsIntake intake) {
        return FileHandler.of(FileKind.TAX_DIFF, intake::taxFacts);
    }

    @Bean
    FileHandler publicAssistance(FactsIntake intake) {
        return FileHandler.of(FileKind.SEIHO, intake::publicAssistance);
    }

    @Bean
    FileHandler accounts(FactsIntake intake) {
        return FileHandler.of(FileKind.ACCOUNT_REG, intake::accounts);
    }

    @Bean
    FileHandler incomeAnswers(FactsIntake intake) {
        return FileHandler.of(FileKind.INCOME_ANSWER, intake::incomeAnswers);
    }

    @Bean
    FileHandler incomeQuestions(ReceivedInquiries inquiries) {
        return FileHandler.of(FileKind.INCOME_ASK, inquiries::take);
    }

    @Bean
    FileHandler verdicts() {
        return FileHandler.of(FileKind.U_DECISION, VerdictIntake::take).withRowsAgain();
    }

    @Bean
    FileHandler formerCharacters(FactsIntake intake) {
        return FileHandler.of(FileKind.MIG_CHARMAP, intake::formerCharacters);
    }
}
