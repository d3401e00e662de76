package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.Parameters;
import org.machi.platform.proof.Requirement;
import org.machi.union.assessment.Explanations;

/** 減免 that a city's counter took, through the union's decision to 賦課情報. */
class ReliefTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final long RELIEF = 20_000;

    private UnionScene union;
    private SamplePerson person;

    @BeforeEach
    void open() {
        union = new UnionScene();
        person = new SamplePerson(UnionScene.CITY_A, 1, "イチ", LocalDate.of(1940, 5, 5));
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, APRIL, List.of(person.initial()));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(person.pension(2026, 1_950_000, 850_000)));
        union.day(APRIL);
    }

    @AfterEach
    void close() {
        union.close();
    }

    private Row relieved() {
        union.day("2026-07-01");
        LocalDate august = LocalDate.of(2026, 8, 3);
        union.send(
                FileKind.U_APPLY,
                UnionScene.CITY_A,
                august,
                List.of(person.relief("0000000001", august, 2026, RELIEF)));
        union.day(august);
        union.collect(FileKind.U_PREMIUM, UnionScene.CITY_A);
        union.day("2026-08-07");
        return union.collect(FileKind.U_PREMIUM, UnionScene.CITY_A).getFirst();
    }

    /** 東京都 R8, 5割: 医療分 41,496＋26,650＝68,146、子ども分 1,092＋650＝1,742. */
    @Test
    @Requirement({"F06", "F03"})
    void from_r8_relief_is_divided_between_both_parts_as_their_premiums_stand() {
        Row told = relieved();
        assertThat(told.get(PremiumFile.YEARLY1)).isEqualTo(68_146);
        assertThat(told.get(PremiumFile.CHILD_YEARLY1)).isEqualTo(1_742);
        // 20,000 × 1,742 / 69,888 = 498.5
        assertThat(told.get(PremiumFile.CHILD_RELIEF)).isEqualTo(498);
        assertThat(told.get(PremiumFile.RELIEF)).isEqualTo(19_502);
        assertThat(told.get(PremiumFile.PREMIUM)).isEqualTo(48_600);
        assertThat(told.get(PremiumFile.CHILD_PREMIUM)).isEqualTo(1_200);
        assertThat(told.get(PremiumFile.CITY_PREMIUM)).isEqualTo(49_800);
        assertThat(told.get(PremiumFile.REASON)).isEqualTo("09");
        assertThat(
                        union.office()
                                .organisation()
                                .get(Explanations.class)
                                .explain(told.get(PremiumFile.INSURED_NO), 2026, 2))
                .hasValueSatisfying(explained -> assertThat(explained.agrees()).isTrue());
    }

    @Test
    @Requirement("F06")
    void an_ordinance_that_relieves_the_medical_part_only_is_a_parameter() {
        union.office()
                .organisation()
                .get(Parameters.class)
                .change(
                        new Parameter(
                                "relief.child",
                                "0",
                                LocalDate.of(2026, 4, 1),
                                LocalDate.MAX,
                                "試験の条例",
                                'D'));
        Row told = relieved();
        assertThat(told.get(PremiumFile.CHILD_RELIEF)).isZero();
        assertThat(told.get(PremiumFile.RELIEF)).isEqualTo(RELIEF);
        assertThat(told.get(PremiumFile.PREMIUM)).isEqualTo(48_100);
        assertThat(told.get(PremiumFile.CHILD_PREMIUM)).isEqualTo(1_700);
    }
}
