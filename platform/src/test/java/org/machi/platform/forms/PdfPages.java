package org.machi.platform.forms;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Looks into produced PDFs: their text, and their pages as a scanner sees them. */
final class PdfPages {
    private PdfPages() {}

    /** The text of a page without spaces, since spaces are a matter of positions. */
    static String text(byte[] pdf, int page) throws IOException {
        try (var reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("[\\s　]", "");
        }
    }

    static int count(byte[] pdf) throws IOException {
        try (var reader = new PdfReader(pdf)) {
            return reader.getNumberOfPages();
        }
    }

    static BufferedImage render(byte[] pdf, int page, int dpi)
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                onPath("pdftoppm"),
                "pdftoppm (poppler-utils) is not installed: pages are not looked at");
        Path folder = Files.createTempDirectory("pages");
        Path file = Files.write(folder.resolve("page.pdf"), pdf);
        String number = Integer.toString(page);
        int exit =
                new ProcessBuilder(
                                "pdftoppm",
                                "-r",
                                Integer.toString(dpi),
                                "-f",
                                number,
                                "-l",
                                number,
                                "-singlefile",
                                "-png",
                                file.toString(),
                                folder.resolve("page").toString())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IOException("pdftoppm ended with " + exit);
        }
        var image = ImageIO.read(folder.resolve("page.png").toFile());
        Files.delete(folder.resolve("page.png"));
        Files.delete(file);
        Files.delete(folder);
        return image;
    }

    /** Reads the first Code 128 of a picture. */
    static Result scan(BufferedImage image) throws NotFoundException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap =
                new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return new Code128Reader()
                    .decode(
                            bitmap,
                            Map.of(
                                    DecodeHintType.TRY_HARDER,
                                    Boolean.TRUE,
                                    DecodeHintType.ASSUME_GS1,
                                    Boolean.TRUE));
        } catch (com.google.zxing.FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean onPath(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
