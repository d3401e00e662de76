package org.machi.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;

class PrintRunTest {
    private static final FontSet FONTS = FontSet.withoutVariants();

    private final Map<Integer, ByteArrayOutputStream> files = new ConcurrentHashMap<>();

    private PrintResult print(int letters, int threads) {
        return PrintRun.into(FONTS, n -> files.computeIfAbsent(n, k -> new ByteArrayOutputStream()))
                .pagesPerBundle(10)
                .threads(threads)
                .print(
                        IntStream.rangeClosed(1, letters)
                                .mapToObj(n ->
                                        SampleLetters.provisional(
                                                n, "高橋　" + "一二三四五六七八九十".charAt(n % 10)))
                                .iterator());
    }

    private byte[] bundleOne() {
        return Objects.requireNonNull(files.get(1)).toByteArray();
    }

    @Test
    void letters_are_divided_into_bundles_the_same_way_with_any_number_of_threads() {
        var one = print(13, 1);
        files.clear();
        var two = print(13, 2);
        assertThat(two).isEqualTo(one);
        assertThat(one.bundles()).containsExactly(10, 10, 6);
        assertThat(one.index().get(6))
                .isEqualTo(
                        new IndexEntry(
                                2,
                                new LetterId("00000007", 100_000_007, "後期高齢者医療保険料仮徴収額決定通知書"),
                                3,
                                2));
    }

    @Test
    void the_pages_cut_for_one_person_are_the_pages_of_the_bundle(@TempDir Path folder)
            throws IOException {
        var result = print(5, 1);
        byte[] bundle = bundleOne();
        Path file = Files.write(folder.resolve("bundle.pdf"), bundle);
        var third = result.index().get(2);
        for (byte[] cut : List.of(PageCut.cut(bundle, third), PageCut.cut(file, third))) {
            assertThat(PdfPages.count(cut)).isEqualTo(2);
            assertThat(PdfPages.text(cut, 1)).isEqualTo(PdfPages.text(bundle, 5)).contains("高橋四様");
            try (var one = new PdfReader(cut);
                    var all = new PdfReader(bundle)) {
                assertThat(one.getPageContent(1)).isEqualTo(all.getPageContent(5));
                assertThat(one.getPageContent(2)).isEqualTo(all.getPageContent(6));
            }
        }
    }

    @Test
    void pages_that_a_bundle_does_not_have_cannot_be_cut() {
        print(1, 1);
        var beyond = new IndexEntry(1, new LetterId("1", 1, ""), 3, 1);
        assertThatThrownBy(() -> PageCut.cut(bundleOne(), beyond))
                .hasMessageContaining("束に 3 頁はありません");
    }

    @Test
    void a_bundle_whose_letters_are_all_set_aside_is_a_readable_file_without_letters()
            throws IOException {
        var target = new ByteArrayOutputStream();
        var result =
                PrintRun.into(FONTS, n -> target)
                        .print(List.of(SampleLetters.provisional(1, "𠮷")).iterator());
        assertThat(result.bundles()).containsExactly(0);
        assertThat(result.index()).isEmpty();
        assertThat(PdfPages.count(target.toByteArray())).isEqualTo(1);
    }

    @Test
    void no_letters_make_no_file() {
        assertThat(print(0, 1)).isEqualTo(new PrintResult(List.of(), List.of(), List.of()));
        assertThat(files).isEmpty();
    }

    @Test
    void a_disk_that_fails_is_told_and_nothing_is_reported_as_printed() {
        var run =
                PrintRun.into(
                        FONTS,
                        n -> {
                            throw new IOException("disk full");
                        });
        assertThatThrownBy(() -> run.print(List.of(SampleLetters.provisional(1, "高橋")).iterator()))
                .hasRootCauseMessage("disk full");
    }

    @Test
    void five_thousand_pages_take_seconds_not_minutes() {
        long start = System.nanoTime();
        var result =
                PrintRun.into(FONTS, n -> new ByteArrayOutputStream(16 << 20))
                        .threads(2)
                        .print(
                                IntStream.range(0, 2_500)
                                        .mapToObj(n -> SampleLetters.provisional(n, "高橋　太郎"))
                                        .iterator());
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(result.pages()).isEqualTo(5_000);
        // A tenth of what is measured, so that a busy machine doesn't fail the build.
        assertThat(result.pages() / seconds).isGreaterThan(500);
    }
}
