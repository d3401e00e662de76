package org.machi.launcher.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Arrows point downwards only. */
class ModulesTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.machi");

    private static final Set<String> CLOCKS =
            Set.of(
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.LocalTime",
                    "java.time.ZonedDateTime",
                    "java.time.OffsetDateTime",
                    "java.time.Instant",
                    "java.time.Year",
                    "java.time.YearMonth",
                    "java.time.chrono.JapaneseDate");

    private static final DescribedPredicate<JavaClass> OUTSIDE_OF_JAVA =
            DescribedPredicate.describe(
                    "something outside of java.*, the module and its few listed libraries",
                    type -> !type.getPackageName().isEmpty());

    @Test
    void law_stands_on_java_alone() {
        noClasses()
                .that()
                .resideInAPackage("org.machi.law..")
                .should()
                .dependOnClassesThat(
                        OUTSIDE_OF_JAVA.and(
                                outside(
                                        "java.",
                                        "org.machi.law",
                                        "org.jspecify",
                                        "com.google.errorprone")))
                .because("the law runs in a batch, behind a page and in a one-line command alike")
                .check(HOUSE);
    }

    @Test
    void formats_stand_on_java_and_a_csv_reader() {
        noClasses()
                .that()
                .resideInAPackage("org.machi.formats..")
                .should()
                .dependOnClassesThat(
                        OUTSIDE_OF_JAVA.and(
                                outside(
                                        "java.",
                                        "org.machi.formats",
                                        "org.jspecify",
                                        "de.siegmar")))
                .because("a record layout knows no framework and no office")
                .check(HOUSE);
    }

    @Test
    void the_world_sees_files_only() {
        noClasses()
                .that()
                .resideInAPackage("org.machi.world..")
                .should()
                .dependOnClassesThat(
                        OUTSIDE_OF_JAVA.and(
                                outside(
                                                "java.",
                                                "org.machi.world",
                                                "org.machi.formats",
                                                "org.jspecify")
                                        .or(inside("java.sql", "javax.sql"))))
                .because("what the demo shows is what the files carry; the world has no database")
                .check(HOUSE);
    }

    @Test
    void the_platform_knows_no_office_and_no_law() {
        noClasses()
                .that()
                .resideInAPackage("org.machi.platform..")
                .should()
                .dependOnClassesThat(
                        inside(
                                "org.machi.law",
                                "org.machi.calculators",
                                "org.machi.city",
                                "org.machi.union",
                                "org.machi.world",
                                "org.machi.launcher"))
                .because("every application stands on it; put what only one needs into that one")
                .check(HOUSE);
    }

    @Test
    void calculators_serve_every_office_and_know_none() {
        noClasses()
                .that()
                .resideInAPackage("org.machi.calculators..")
                .should()
                .dependOnClassesThat(
                        inside(
                                "org.machi.city",
                                "org.machi.union",
                                "org.machi.world",
                                "org.machi.launcher"))
                .because("the same questions are asked in both consoles and on the command line")
                .check(HOUSE);
    }

    @Test
    void city_and_union_meet_through_files_only() {
        noClasses()
                .that()
                .resideInAPackage("org.machi.city..")
                .should()
                .dependOnClassesThat(
                        inside("org.machi.union", "org.machi.world", "org.machi.launcher"))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.machi.union..")
                .should()
                .dependOnClassesThat(
                        inside("org.machi.city", "org.machi.world", "org.machi.launcher"))
                .check(HOUSE);
    }

    @Test
    void rules_and_offices_have_no_clock() {
        DescribedPredicate<JavaAccess<?>> clock =
                DescribedPredicate.describe("the system's clock", ModulesTest::readsTheClock);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.machi.law..",
                        "org.machi.formats..",
                        "org.machi.calculators..",
                        "org.machi.world..",
                        "org.machi.city..",
                        "org.machi.union..")
                .should()
                .accessTargetWhere(clock)
                .because("a year is run in minutes; take the business date from whoever calls")
                .check(HOUSE);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        String owner = access.getTarget().getOwner().getName();
        String name = access.getTarget().getName();
        return (CLOCKS.contains(owner) && name.equals("now"))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                || (owner.equals("java.util.Date") && name.equals("<init>"))
                || (owner.equals(Clock.class.getName()) && name.startsWith("system"));
    }

    private static DescribedPredicate<JavaClass> outside(String... packages) {
        return DescribedPredicate.not(inside(packages))
                .as("outside of %s", String.join(", ", packages));
    }

    private static DescribedPredicate<JavaClass> inside(String... packages) {
        return DescribedPredicate.describe(
                "in " + String.join(", ", packages),
                type -> {
                    String name = type.getBaseComponentType().getName();
                    for (String start : packages) {
                        if (name.startsWith(start.endsWith(".") ? start : start + ".")) {
                            return true;
                        }
                    }
                    return start(packages) && type.getBaseComponentType().isPrimitive();
                });
    }

    /** Primitive types belong to Java. */
    private static boolean start(String... packages) {
        return packages[0].equals("java.");
    }
}
