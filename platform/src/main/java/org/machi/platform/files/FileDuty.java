package org.machi.platform.files;

import java.util.Set;
import org.machi.formats.file.FileKind;

/**
 * 利用権限 of files: the duty whose holders may see what stands in files of these kinds, whether they
 * came or went. An application declares beans of this type; each kind that it takes or sends is in
 * exactly one of them.
 *
 * @param duty code of a duty of the registry
 */
public record FileDuty(String duty, Set<FileKind> kinds) {
    public FileDuty {
        kinds = Set.copyOf(kinds);
    }

    public static FileDuty of(String duty, FileKind... kinds) {
        return new FileDuty(duty, Set.of(kinds));
    }
}
