package org.machi.platform.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfCopy;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.RandomAccessFileOrArray;

/** One person's pages out of a bundle, as a PDF of their own. */
public final class PageCut {
    private PageCut() {}

    /** From a bundle on disk; only the parts that are needed are read. */
    public static byte[] cut(Path bundle, IndexEntry entry) {
        try (var reader =
                new PdfReader(new RandomAccessFileOrArray(bundle.toString(), false, true), null)) {
            return cut(reader, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From a bundle in memory, such as one just decrypted. */
    public static byte[] cut(byte[] bundle, IndexEntry entry) {
        try (var reader = new PdfReader(bundle)) {
            return cut(reader, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] cut(PdfReader reader, IndexEntry entry) throws IOException {
        var target = new ByteArrayOutputStream(64 * 1024);
        var document = new Document();
        var copy = new PdfCopy(document, target);
        document.open();
        int last = entry.firstPage() + entry.pages() - 1;
        if (entry.firstPage() < 1 || last > reader.getNumberOfPages()) {
            throw new IllegalArgumentException("束に %d 頁はありません".formatted(last));
        }
        for (int page = entry.firstPage(); page <= last; page++) {
            copy.addPage(copy.getImportedPage(reader, page));
        }
        document.close();
        return target.toByteArray();
    }

    /** The pages of several PDFs one after the other. */
    public static byte[] joined(List<byte[]> pdfs) {
        var target = new ByteArrayOutputStream(64 * 1024);
        var document = new Document();
        try {
            var copy = new PdfCopy(document, target);
            document.open();
            for (byte[] pdf : pdfs) {
                try (var reader = new PdfReader(pdf)) {
                    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                        copy.addPage(copy.getImportedPage(reader, page));
                    }
                }
            }
            document.close();
            return target.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
