package org.machi.world.neighbours;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts a PDF's pages by a light scan: page objects are dictionaries with {@code /Type /Page} (ISO
 * 32000-2, 7.7.3.3). What lies in compressed object streams is not seen.
 */
final class PdfPages {
    private static final byte[] TYPE = "/Type".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PAGE = "/Page".getBytes(StandardCharsets.US_ASCII);

    private PdfPages() {}

    /** The number of page objects; 0 when the file is missing or no PDF. */
    static long count(Path pdf) {
        if (!Files.exists(pdf)) {
            return 0;
        }
        try (InputStream in = Files.newInputStream(pdf)) {
            return count(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(InputStream in) throws IOException {
        Scan scan = new Scan();
        byte[] block = new byte[1 << 16];
        for (int length = in.read(block); length >= 0; length = in.read(block)) {
            for (int i = 0; i < length; i++) {
                scan.next(block[i]);
            }
        }
        return scan.pages;
    }

    /** Where the scan stands within {@code /Type /Page}. */
    private static final class Scan {
        private long pages;
        private int inType;
        private int inPage = -1;

        private void next(byte b) {
            if (inPage == PAGE.length) {
                // /Pages is the tree, /PageLabel and the like are something else.
                pages += Character.isLetterOrDigit(b) ? 0 : 1;
                inPage = -1;
            } else if (inPage >= 0) {
                boolean gap = inPage == 0 && (b == ' ' || b == '\r' || b == '\n');
                inPage = gap ? 0 : b == PAGE[inPage] ? inPage + 1 : -1;
            }
            if (b == TYPE[inType]) {
                inType++;
                if (inType == TYPE.length) {
                    inPage = 0;
                    inType = 0;
                }
            } else {
                inType = b == TYPE[0] ? 1 : 0;
            }
        }
    }
}
