package org.machi.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {

    @Test
    void every_library_is_named_with_its_licence() {
        String notices = Sources.text(Sources.HOUSE.resolve("docs/third-party-notices.md"));
        List<String> missing = new ArrayList<>();
        List<String> jars = ClassPath.jars();
        for (String jar : jars) {
            String artifact = jar.replaceAll("-[0-9].*\\.jar$", "");
            if (!notices.matches(
                    "(?s).*\\| [^|\\n]*:" + artifact.replace(".", "\\.") + " \\| [^|\\n]+ \\|.*")) {
                missing.add(artifact);
            }
        }
        assertThat(jars).hasSizeGreaterThan(50);
        assertThat(missing).as("add to docs/third-party-notices.md with the licence").isEmpty();
    }

    @Test
    void what_lies_in_the_resources_is_named_too() {
        assertThat(Sources.text(Sources.HOUSE.resolve("docs/third-party-notices.md")))
                .contains("BIZ UDGothic")
                .contains("SIL Open Font License 1.1")
                .contains("@digital-go-jp/design-tokens")
                .contains("htmx");
    }
}
