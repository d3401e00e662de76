package org.machi.platform.files;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.machi.formats.file.FileKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The duty of each kind of file of one organisation. A kind without a duty stays shut. */
@Component
public class FileDuties {

    private final Map<FileKind, String> byKind = new EnumMap<>(FileKind.class);

    FileDuties(ObjectProvider<FileDuty> named) {
        named.orderedStream()
                .forEach(duty -> duty.kinds().forEach(kind -> enter(kind, duty.duty())));
    }

    private void enter(FileKind kind, String duty) {
        if (byKind.putIfAbsent(kind, duty) != null) {
            throw new IllegalStateException("two duties for files of the kind " + kind);
        }
    }

    /** The code of the duty that opens files of this kind. */
    public Optional<String> of(FileKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
