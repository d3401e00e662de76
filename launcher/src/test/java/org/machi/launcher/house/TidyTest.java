package org.machi.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Small files, small methods, nothing left lying about. */
class TidyTest {

    private static final int LINES_OF_A_FILE = 400;
    private static final int LINES_OF_A_METHOD = 60;

    /** Words that have no business in a source; written apart so that this file passes itself. */
    private static final Pattern FLOATING_POINT =
            Pattern.compile("^[^*/]*\\b(double|float|Double|Float)\\b");

    private static final Set<String> MAY_MEASURE =
            Set.of("union/src/main/java/org/machi/union/assessment/AssessmentBench.java");
    private static final Pattern TAG =
            Pattern.compile("<[a-zA-Z][^\"'>]*(?:(?:\"[^\"]*\"|'[^']*')[^\"'>]*)*>");
    private static final Pattern CONDITION = Pattern.compile("\\sth:(if|unless|switch|case)\\s*=");
    private static final Pattern FRAGMENT = Pattern.compile("\\sth:(replace|insert)\\s*=");
    private static final Pattern PARAMETER_ASKED =
            Pattern.compile("\\.(?:number|text|flag|on)\\(\\s*\"([a-z]+\\.[A-Za-z]+)\"");
    private static final Pattern PARAMETER_ENTERED =
            Pattern.compile("\\('([a-z]+\\.[A-Za-z]+)', '");
    private static final Pattern LEFTOVERS =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b|@Dis" + "abled|Thread\\.sl" + "eep\\(");

    private static final Pattern STACK_TRACE = Pattern.compile("printStack" + "Trace\\(");
    private static final Pattern MOCKS =
            Pattern.compile(
                    "import (static )?(org\\.mock" + "ito|org\\.easymock|mockit|org\\.powermock)");
    private static final Pattern MACHINE_PATH =
            Pattern.compile(
                    "[\"'= ](/home/|/root/|/Users/|/tmp/|/work/|/var/|/usr/|/opt/|[A-Z]:\\\\\\\\)");

    /** Where a trace is printed on purpose: for whoever asks for it by MACHI_TRACE. */
    private static final Set<String> MAY_PRINT_A_TRACE =
            Set.of("launcher/src/main/java/org/machi/launcher/Machi.java");

    /** Places where an operating system keeps fonts, and the browser of the browser tests. */
    private static final Set<String> MAY_NAME_MACHINE_PATHS =
            Set.of(
                    "platform/src/main/resources/org/machi/platform/forms/font-places.txt",
                    "platform/src/test/java/org/machi/platform/proof/Chromium.java");

    @Test
    void no_file_is_longer_than_400_lines() {
        List<String> longer = new ArrayList<>();
        for (Path file : Sources.all(".java")) {
            long lines = Sources.text(file).lines().count();
            if (lines > LINES_OF_A_FILE) {
                longer.add(Sources.name(file) + " " + lines);
            }
        }
        assertThat(longer).as("split by what changes together").isEmpty();
    }

    @Test
    void no_method_is_longer_than_60_lines() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> longer = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(Sources.all(".java")));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new MethodLengths(unit, positions, longer), null);
            }
        }
        assertThat(longer).as("name the steps").isEmpty();
    }

    /** Collects the methods that are too long. */
    private static final class MethodLengths extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> longer;

        MethodLengths(CompilationUnitTree unit, SourcePositions positions, List<String> longer) {
            this.unit = unit;
            this.positions = positions;
            this.longer = longer;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            long from = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long to = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            if (to - from + 1 > LINES_OF_A_METHOD) {
                longer.add(
                        Sources.name(Path.of(unit.getSourceFile().toUri()))
                                + " "
                                + method.getName()
                                + " "
                                + (to - from + 1));
            }
            return super.visitMethod(method, none);
        }
    }

    @Test
    void nothing_is_left_lying_about() {
        assertThat(matches(Sources.all(".java"), LEFTOVERS, Set.of())).isEmpty();
        assertThat(matches(Sources.all(".java"), MOCKS, Set.of())).isEmpty();
        assertThat(matches(Sources.all(".java"), STACK_TRACE, MAY_PRINT_A_TRACE)).isEmpty();
        assertThat(matches(Sources.all(".java"), Pattern.compile("\t"), Set.of())).isEmpty();
        for (String kind : List.of(".sql", ".html", ".css", ".js")) {
            assertThat(matches(Sources.main(kind), LEFTOVERS, Set.of())).isEmpty();
        }
    }

    /**
     * Thymeleaf brings the fragment before it asks the condition: what was not to be shown would
     * be.
     */
    @Test
    void no_condition_stands_beside_a_fragment_on_one_tag() {
        List<Path> templates = Sources.main(".html");
        assertThat(templates).hasSizeGreaterThan(80);
        List<String> found = new ArrayList<>();
        for (Path file : templates) {
            TAG.matcher(Sources.text(file))
                    .results()
                    .map(MatchResult::group)
                    .filter(tag -> CONDITION.matcher(tag).find() && FRAGMENT.matcher(tag).find())
                    .forEach(tag -> found.add(Sources.name(file) + " " + tag));
        }
        assertThat(found).as("put the condition on a tag around it").isEmpty();
    }

    /** Money is whole yen and rates are exact; the one ratio is that of a measurement. */
    @Test
    void no_floating_point_near_money() {
        List<Path> files =
                Sources.main(".java").stream()
                        .filter(file ->
                                Sources.name(file)
                                        .matches("(law|calculators|formats|city|union)/.*"))
                        .toList();
        assertThat(files).hasSizeGreaterThan(300);
        assertThat(matches(files, FLOATING_POINT, MAY_MEASURE)).isEmpty();
    }

    @Test
    void every_parameter_of_an_office_has_a_japanese_name() {
        Set<String> asked = new TreeSet<>();
        StringBuilder named = new StringBuilder();
        for (Path file : Sources.main(".java")) {
            String text = Sources.text(file);
            if (file.toString().endsWith("ParameterNames.java")) {
                named.append(text);
            } else if (Sources.name(file).matches("(city|union)/.*")) {
                PARAMETER_ASKED
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(asked::add);
            }
        }
        for (Path file : Sources.main(".sql")) {
            String text = Sources.text(file);
            if (text.contains("INSERT INTO office.parameter")) {
                PARAMETER_ENTERED
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(asked::add);
            }
        }
        assertThat(asked).hasSizeGreaterThan(25);
        assertThat(asked).allMatch(code -> named.indexOf("\"" + code + "\"") >= 0);
    }

    @Test
    void no_source_names_a_place_of_one_machine() {
        for (String kind : List.of(".java", ".txt", ".properties", ".yml", ".sql")) {
            assertThat(matches(Sources.all(kind), MACHINE_PATH, MAY_NAME_MACHINE_PATHS)).isEmpty();
        }
    }

    private static List<String> matches(List<Path> files, Pattern pattern, Set<String> allowed) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String name = Sources.name(file);
            if (allowed.contains(name)) {
                continue;
            }
            int number = 0;
            for (String line : Sources.text(file).lines().toList()) {
                number++;
                if (pattern.matcher(line).find()) {
                    found.add(name + ":" + number + " " + line.strip());
                }
            }
        }
        return found;
    }

    @Test
    void no_mocking_library_is_at_hand() {
        assertThat(ClassPath.jars())
                .noneMatch(jar -> jar.matches("(mockito|easymock|jmockit|powermock).*"));
    }

    @Test
    void every_package_says_what_it_is_and_is_null_marked() {
        Set<String> silent = new TreeSet<>();
        for (Path file : Sources.all(".java")) {
            Path info = file.resolveSibling("package-info.java");
            if (!Files.exists(info)) {
                boolean test = Sources.name(file).contains("src/test/java/");
                Path twin = Path.of(info.toString().replace("src/test/java/", "src/main/java/"));
                if (!test || !Files.exists(twin)) {
                    silent.add(Sources.name(info));
                }
            } else if (!Sources.text(info).contains("@NullMarked")) {
                silent.add(Sources.name(info) + " (not @NullMarked)");
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void the_documents_are_there() {
        for (String name :
                List.of(
                        "docs/architecture.md",
                        "docs/formats.md",
                        "docs/glossary.md",
                        "docs/premium-input.md",
                        "docs/requirements.csv",
                        "docs/third-party-notices.md",
                        "LICENSE")) {
            assertThat(Sources.HOUSE.resolve(name)).isNotEmptyFile();
        }
    }
}
