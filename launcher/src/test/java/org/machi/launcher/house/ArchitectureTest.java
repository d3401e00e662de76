package org.machi.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md says about packages and tests is what is there. */
class ArchitectureTest {

    private static final Path DOCUMENT = Sources.HOUSE.resolve("docs/architecture.md");
    private static final String BEGIN = "<!-- packages: written by ArchitectureTest -->";
    private static final String END = "<!-- end of packages -->";
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern TEST_NAME = Pattern.compile("`([A-Za-z]+Test)(?:\\.\\w+)?`");

    /** One line a package: its name and the first sentence of what it says about itself. */
    private static String packages() {
        List<String> lines = new ArrayList<>();
        lines.add("| package | what it is |");
        lines.add("| --- | --- |");
        for (Path info : Sources.main("package-info.java")) {
            String text = Sources.text(info);
            Matcher name = Pattern.compile("(?m)^package ([a-z.]+);").matcher(text);
            Matcher comment = COMMENT.matcher(text);
            if (name.find() && comment.find()) {
                lines.add("| `" + name.group(1) + "` | " + firstSentence(comment.group(1)) + " |");
            }
        }
        return String.join("\n", lines);
    }

    private static String firstSentence(String comment) {
        String plain =
                comment.replaceAll("(?m)^\\s*\\*", " ")
                        .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                        .replaceAll("\\s+", " ")
                        .strip();
        return plain.replaceAll("( <p>.*)|((?<=\\.) (?=[A-Z]).*)", "");
    }

    @Test
    void the_list_of_packages_is_that_of_the_sources() throws IOException {
        String document = Sources.text(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        String wanted =
                document.substring(0, begin)
                        + "\n"
                        + packages()
                        + "\n"
                        + document.substring(document.indexOf(END));
        if (Boolean.getBoolean("architecture.write")) {
            Files.writeString(DOCUMENT, wanted);
        }
        assertThat(Sources.text(DOCUMENT))
                .as("write it anew: -Dtest=ArchitectureTest -Darchitecture.write=true")
                .isEqualTo(wanted);
    }

    @Test
    void every_test_that_the_document_names_exists() {
        Set<String> tests =
                Sources.tests("Test.java").stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet());
        Matcher named = TEST_NAME.matcher(Sources.text(DOCUMENT));
        List<String> names = new ArrayList<>();
        while (named.find()) {
            names.add(named.group(1));
        }
        assertThat(tests).containsAll(names);
        assertThat(names).hasSizeGreaterThan(15);
    }
}
