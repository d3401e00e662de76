package org.machi.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machi.formats.column.Finding;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.FormerFiles;
import org.machi.formats.layout.ResidentFile;

class OfficesTest {
    @TempDir Path data;

    @Test
    void everyFileOfTheOfficesCanBeReadButForThePlantedRows() {
        World world = Demo.open(data, 3_000);
        world.migration();
        for (LocalDate day : Demo.days(Demo.APRIL, LocalDate.of(2027, 3, 31))) {
            world.morning(day);
            world.evening(day);
        }
        Set<FileKind> kinds = new HashSet<>();
        List<String> flaws = new ArrayList<>();
        for (Path file : Demo.files(data.resolve("exchange"))) {
            Demo.Read read = Demo.read(file);
            FileKind kind = read.summary().kind();
            kinds.add(kind);
            for (Finding finding : read.findings()) {
                if (kind != FileKind.TAX_ALL && kind != FileKind.MIG_INSURED) {
                    flaws.add(file.getFileName() + " " + finding.message());
                }
            }
            if (kind == FileKind.TAX_ALL || kind == FileKind.MIG_INSURED) {
                assertThat(read.findings()).hasSize(1);
            }
        }
        assertThat(flaws).isEmpty();
        assertThat(kinds)
                .contains(
                        FileKind.JUKI_ALL,
                        FileKind.JUKI_DIFF,
                        FileKind.NONRES,
                        FileKind.TAX_ALL,
                        FileKind.TAX_DIFF,
                        FileKind.SEIHO,
                        FileKind.KAIGO_DED,
                        FileKind.KAIGO_CHARGE,
                        FileKind.MIG_INSURED,
                        FileKind.MIG_CLOSING,
                        FileKind.MIG_DEDUCTION,
                        FileKind.MIG_ARREARS,
                        FileKind.MIG_OVERPAID,
                        FileKind.MIG_CHARMAP,
                        FileKind.MIG_UNION,
                        FileKind.ACCOUNT_REG,
                        FileKind.Z31,
                        FileKind.Z34);
    }

    @Test
    void theFormerSystemHoldsSomeoneWhomNobodyKnowsAndSomeoneTwice() {
        World world = Demo.open(data, 3_000);
        world.migration();
        String city = world.cities().getFirst().code();
        Set<Long> residents = new HashSet<>();
        Set<Long> insured = new HashSet<>();
        int twice = 0;
        int unknown = 0;
        for (Path file : Demo.files(data.resolve("exchange").resolve(city))) {
            Demo.Read read = Demo.read(file);
            for (Row row : read.rows()) {
                if (read.summary().kind() == FileKind.JUKI_ALL) {
                    residents.add(row.get(ResidentFile.PERSON_NO));
                }
            }
        }
        for (Path file : Demo.files(data.resolve("exchange").resolve(city))) {
            if (file.getFileName().toString().startsWith("MIG_INSURED")) {
                for (Row row : Demo.read(file).rows()) {
                    long no = row.get(FormerFiles.Insured.PERSON_NO);
                    twice += insured.add(no) ? 0 : 1;
                    unknown += residents.contains(no) || no < 2_000_000 ? 0 : 1;
                }
            }
        }
        assertThat(twice).isEqualTo(1);
        assertThat(unknown).isGreaterThanOrEqualTo(2);
    }
}
