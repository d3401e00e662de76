package org.machi.platform.files;

import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
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

    /** How the rows that an applied file left aside are taken later; null when they can't be. */
    default @Nullable Again again() {
        return null;
    }

    /**
     * 再取込 of rows.
     *
     * @param take applies the rows, which alone lie in the temporary table; in the day's own intake
     * @param waiting how many records of a file wait besides those that the file's list names
     */
    record Again(Consumer<IncomingFile> take, LongUnaryOperator waiting) {}

    /** A handler from a kind and a method. */
    static Simple of(FileKind kind, Consumer<IncomingFile> body) {
        return new Simple(kind, body, null);
    }

    /** A handler made of methods. */
    record Simple(FileKind kind, Consumer<IncomingFile> body, @Nullable Again again)
            implements FileHandler {

        @Override
        public void apply(IncomingFile file) {
            body.accept(file);
        }

        /** Rows that were set aside come again as if they were a file of their own. */
        public Simple withRowsAgain() {
            return new Simple(kind, body, new Again(body, file -> 0));
        }

        /** Records that were kept without their person are sought again. */
        public Simple withAgain(Consumer<IncomingFile> take, LongUnaryOperator waiting) {
            return new Simple(kind, body, new Again(take, waiting));
        }
    }
}
