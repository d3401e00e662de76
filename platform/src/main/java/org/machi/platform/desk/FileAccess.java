package org.machi.platform.desk;

import org.machi.formats.file.FileKind;
import org.machi.platform.WebOnly;
import org.machi.platform.files.FileDuties;
import org.machi.platform.staff.Duties;
import org.springframework.stereotype.Component;

/** Which duty opens a file's content. */
@WebOnly
@Component
class FileAccess {

    /** No duty has this code, so nobody holds it. */
    private static final String SHUT = "";

    private final FileDuties duties;

    FileAccess(FileDuties duties) {
        this.duties = duties;
    }

    /**
     * The duty that opens a file's content. A file whose name told no kind can't be read by any
     * layout: its findings name the file and nobody else.
     */
    String dutyOf(FileLists.Line line) {
        return FileKind.find(line.file().kind())
                .map(kind -> duties.of(kind).orElse(SHUT))
                .orElse(Duties.FILES_LOOK);
    }
}
