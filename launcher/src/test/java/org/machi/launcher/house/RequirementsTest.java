package org.machi.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of requirements says what is proven, and by which test; no more and no less. */
class RequirementsTest {

    private static final Path LIST = Sources.HOUSE.resolve("docs/requirements.csv");
    private static final List<String> COLUMNS =
            List.of("id", "document", "requirement", "state", "where", "proofs");

    /** The annotation, whatever stands between, and the test or class that carries it. */
    private static final Pattern CARRIER =
            Pattern.compile(
                    "^\\s*@Requirement\\(([^)]*)\\)(?:\\s*(?:@\\w+(?:\\([^)]*\\))?|//[^\\n]*))*"
                            + "\\s*(?:(?:public|final|abstract|static)\\s+)*(?:class\\s+(\\w+)|void\\s+(\\w+)\\()",
                    Pattern.MULTILINE);

    private static final Pattern ID = Pattern.compile("\"([^\"]+)\"");

    private static List<NamedCsvRecord> rows() throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(LIST)) {
            return reader.stream().toList();
        }
    }

    /** Proofs by requirement, as Class or Class.method. */
    private static Map<String, Set<String>> proofs() {
        Map<String, Set<String>> proofs = new TreeMap<>();
        for (Path file : Sources.tests(".java")) {
            String type = file.getFileName().toString().replace(".java", "");
            Matcher carrier = CARRIER.matcher(Sources.text(file));
            while (carrier.find()) {
                String proof =
                        carrier.group(3) == null ? carrier.group(2) : type + "." + carrier.group(3);
                Matcher id = ID.matcher(carrier.group(1));
                while (id.find()) {
                    proofs.computeIfAbsent(id.group(1), none -> new TreeSet<>()).add(proof);
                }
            }
        }
        return proofs;
    }

    @Test
    void every_annotation_is_understood() {
        int written = 0;
        int understood = 0;
        for (Path file : Sources.tests(".java")) {
            String text = Sources.text(file);
            Matcher any = Pattern.compile("(?m)^\\s*@Requirement\\(").matcher(text);
            while (any.find()) {
                written++;
            }
            Matcher carrier = CARRIER.matcher(text);
            while (carrier.find()) {
                understood++;
            }
        }
        assertThat(understood).isEqualTo(written).isPositive();
    }

    @Test
    void every_id_of_a_test_is_in_the_list() throws IOException {
        List<String> ids = rows().stream().map(row -> row.getField("id")).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(proofs().keySet());
    }

    @Test
    void what_works_has_a_proof_and_a_place() throws IOException {
        Map<String, Set<String>> proofs = proofs();
        List<String> unproven = new ArrayList<>();
        for (NamedCsvRecord row : rows()) {
            assertThat(row.getField("state"))
                    .as(row.getField("id"))
                    .isIn("open", "partly", "works");
            boolean works = row.getField("state").equals("works");
            if (works
                    && (row.getField("where").isBlank()
                            || !proofs.containsKey(row.getField("id")))) {
                unproven.add(row.getField("id"));
            }
        }
        assertThat(unproven).as("in state works without a proof or a place").isEmpty();
    }

    @Test
    void the_proofs_in_the_list_are_the_tests_that_exist() throws IOException {
        StringWriter wanted = new StringWriter();
        Map<String, Set<String>> proofs = proofs();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(wanted)) {
            writer.writeRecord(COLUMNS);
            for (NamedCsvRecord row : rows()) {
                List<String> fields = new ArrayList<>(row.getFields().subList(0, 5));
                fields.add(String.join("; ", proofs.getOrDefault(row.getField("id"), Set.of())));
                writer.writeRecord(fields);
            }
        }
        if (Boolean.getBoolean("requirements.write")) {
            Files.writeString(LIST, wanted.toString());
        }
        assertThat(Files.readString(LIST))
                .as(
                        "write it anew: ./mvnw -pl launcher -am test -Dtest=RequirementsTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Drequirements.write=true")
                .isEqualTo(wanted.toString());
    }
}
