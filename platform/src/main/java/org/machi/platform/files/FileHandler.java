package org.machi.platform.files;

import java.util.function.Consumer;
import org.machi.formats.file.FileKind;

/**
 * Applies the files of one kind. There is one for each kind that an organisation takes.
 *
 * <p>The rows that passed the format's checks lie in the temporary table {@link
 * IncomingFile#TABLE}; the handler moves them on with set-based statements, sets rows aside that it
 * can't take, or refuses the file. All of it is one transaction with the file's state.
 */
public interface FileHandler {

    FileKind kind();

    void apply(IncomingFile file);

    /** A handler from a kind and a method. */
    static FileHandler of(FileKind kind, Consumer<IncomingFile> body) {
        return new FileHandler() {
            @Override
            public FileKind kind() {
                return kind;
            }

            @Override
            public void apply(IncomingFile file) {
                body.accept(file);
            }
        };
    }
}
