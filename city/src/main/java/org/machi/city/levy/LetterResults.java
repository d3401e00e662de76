package org.machi.city.levy;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 発送結果・返戻: what the print shop posted and what came back, for the letters of all features. */
@Configuration(proxyBeanMethods = false)
class LetterResults {

    @Bean
    FileHandler letterResultFiles() {
        return FileHandler.of(FileKind.PRINT_RESULT, LetterResults::take);
    }

    private static void take(IncomingFile file) {
        file.count(
                "発送結果",
                """
                INSERT INTO levy.letter_result (bundle, letter_no, kind, person_no, result, result_on, file_id)
                SELECT bundle, letter_no, kind, person_no, result, result_on, %d FROM incoming
                ON CONFLICT DO NOTHING
                """
                        .formatted(file.id()));
        long back =
                file.db()
                        .sql("SELECT count(*) FROM incoming WHERE result >= '11'")
                        .query(Long.class)
                        .single();
        if (back > 0) {
            file.count("返戻", back);
        }
    }
}
