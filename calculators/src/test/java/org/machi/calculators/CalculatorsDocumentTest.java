package org.machi.calculators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.calculators.facts.Field;

/** docs/calculators.md says what the calculators ask for and answer. */
class CalculatorsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "calculators.md");
    private static final String BEGIN = "<!-- calculators: written by CalculatorsDocumentTest -->";

    private static String generated() {
        StringBuilder text = new StringBuilder(BEGIN).append('\n');
        for (Calculator calculator : Calculators.all()) {
            text.append("\n## ").append(calculator.title());
            text.append("　`./machi ").append(calculator.code()).append("`\n\n");
            text.append(calculator.about()).append("\n\n");
            text.append("| 項目 | option, CSV, JSON | 書き方 | 意味 |\n| --- | --- | --- | --- |\n");
            calculator.fields().forEach(field -> line(text, field));
            text.append("\nAnswers: ").append(String.join("、", items(calculator))).append("\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Field field) {
        text.append("| ").append(field.japanese()).append(field.required() ? "（必須）" : "");
        text.append(" | `").append(field.english()).append("` | ");
        text.append(field.shape()).append(" | ").append(field.about());
        if (!field.standard().isEmpty()) {
            text.append("（書かないと ").append(field.standard()).append("）");
        }
        text.append(" |\n");
    }

    /** Twelve periods are told as one. */
    private static List<String> items(Calculator calculator) {
        return calculator.items().stream()
                .filter(item -> !item.matches("第([2-9]|1[0-9])期.*"))
                .map(item -> item.replaceAll("^第1期", "第1期から第12期の"))
                .map(item -> item.replaceAll("の$", ""))
                .toList();
    }

    @Test
    void the_document_is_that_of_the_calculators() throws IOException {
        String document = Files.readString(DOCUMENT);
        String wanted = document.substring(0, document.indexOf(BEGIN)) + generated();
        if (Boolean.getBoolean("calculators.write")) {
            Files.writeString(DOCUMENT, wanted);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("run this test with -Dcalculators.write=true")
                .isEqualTo(wanted);
    }
}
