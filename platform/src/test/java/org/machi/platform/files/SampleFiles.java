package org.machi.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatWriter;
import org.machi.formats.layout.WelfareFile;

/** Real files of the 生活保護 kind for the tests. */
final class SampleFiles {

    static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private SampleFiles() {}

    static Row welfareRow(long personNo) {
        return WelfareFile.LAYOUT
                .row()
                .set(WelfareFile.PERSON_NO, personNo)
                .set(WelfareFile.CASE_NO, "1000")
                .set(WelfareFile.CHANGE, "1")
                .set(WelfareFile.CHANGED_ON, DAY)
                .set(WelfareFile.DECIDED_ON, DAY)
                .build();
    }

    /** A whole file with people 1 to {@code people}. */
    static String welfare(int serial, int people) {
        return welfare("FUKUSHI", "131016", serial, people);
    }

    static String welfare(String from, String to, int serial, int people) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FormatWriter writer =
                FormatWriter.to(bytes, FileHeader.of(FileKind.SEIHO, from, to, serial, DAY))) {
            for (long person = 1; person <= people; person++) {
                writer.write(welfareRow(person));
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
