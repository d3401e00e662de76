package org.machi.formats.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;
import org.machi.formats.layout.PensionCollector;
import org.machi.formats.layout.PensionNotice;

/** docs/formats.md is generated from the layouts and never says anything else than they do. */
class ReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "formats.md");

    @Test
    void the_reference_page_says_what_the_layouts_say() throws IOException {
        String text = page();
        if (Boolean.getBoolean("formats.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE))
                .as("stale: run ./mvnw -pl formats test -Dtest=ReferenceTest -Dformats.write=true")
                .isEqualTo(text);
    }

    private static String page() {
        StringBuilder page = new StringBuilder();
        page.append(
                """
                # Exchange files

                Generated from `formats/` by `ReferenceTest`; do not edit by hand.

                **CSV files** are UTF-8 without BOM, CRLF, quotes as in RFC 4180. Line 1 is
                `H,<種別>,<送信元コード>,<送信先コード>,<通番6桁>,<作成日>,<対象年度>`, line 2 the item names, then the data, and at the end
                `T,<件数>,<合計金額>`. The sum is that of the column marked Σ (0 where there is none). The name is
                `<種別>_<送信元>_<送信先>_<通番6桁>.csv`.

                **全銀 files** have records of 120 bytes (JIS X 0201, CRLF or none), named likewise with `.txt`.
                **Pension files** (`Z3?nnnnn.DTA`, nnnnn = municipality without check digit) begin with a control record of
                96 bytes; then bundles of header, data and trailer records of 500 bytes follow, in the order municipality,
                義務者, 通知内容. Characters outside JIS X 0208 become 〓 there and are listed.

                Lengths count characters as people see them: a variation selector or a surrogate pair adds nothing.
                ● = must not be empty. An empty value means that nothing is known.

                | 種別 | 名称 | 送信 → 受信 | 時期 | 行に誤りがあるとき |
                | --- | --- | --- | --- | --- |
                """);
        for (FileKind kind : FileKind.values()) {
            page.append(
                    "| [%s](#%s) | %s | %s → %s | %s | %s |%n"
                            .formatted(
                                    kind,
                                    anchor(kind.layout()),
                                    kind.label(),
                                    kind.sender().label(),
                                    kind.receiver().label(),
                                    kind.timing(),
                                    kind.policy() == FileKind.Policy.REFUSE_WHOLE
                                            ? "全体を差し戻す"
                                            : "誤りの行だけ一覧に出す"));
        }
        Map<Layout, String> layouts = new LinkedHashMap<>();
        for (FileKind kind : FileKind.values()) {
            kind.head().ifPresent(head -> layouts.merge(head, kind.name(), (a, b) -> a + ", " + b));
            layouts.merge(kind.layout(), kind.name(), (a, b) -> a + ", " + b);
        }
        layouts.forEach((layout, kinds) -> page.append(table(layout, kinds)));
        page.append(notices());
        return page.toString();
    }

    private static String anchor(Layout layout) {
        return layout.name().replace(" ", "-").replaceAll("[（）]", "");
    }

    private static String table(Layout layout, String kinds) {
        StringBuilder table = new StringBuilder();
        table.append("%n## %s%n%n%s%n%n".formatted(layout.name(), kinds));
        table.append(
                "| # | 項目 | 列名 | 型 | 長さ | 必須 | 値 |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        int number = 0;
        for (Column<?> column : layout.columns()) {
            number++;
            table.append(
                    "| %d | %s%s | `%s` | %s | %d | %s | %s |%n"
                            .formatted(
                                    number,
                                    column.item(),
                                    column == layout.amount() ? " Σ" : "",
                                    column.code(),
                                    column.type().description(),
                                    column.type().maxLength(),
                                    column.isRequired() ? "●" : "",
                                    meanings(column.type().meanings())));
        }
        return table.toString();
    }

    private static String meanings(Map<String, String> meanings) {
        return meanings.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining("、"));
    }

    private static String notices() {
        StringBuilder page = new StringBuilder();
        page.append(
                """

                ## 通知内容コード（年金特別徴収）

                The meaning of the amounts is **[U]**: taken from what is public; compare it with the exchange
                specification before a real connection.

                | コード | 名称 | ファイル | 各種区分 | 金額1 | 金額2 | 金額3 |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (PensionNotice notice : PensionNotice.values()) {
            page.append(
                    "| %s | %s | %s | %s | %s |%n"
                            .formatted(
                                    notice.code(),
                                    notice.label(),
                                    notice.file(),
                                    meanings(notice.divisions()),
                                    String.join(" | ", notice.amounts().meanings())));
        }
        page.append("\n## 特別徴収義務者コード\n\n| コード | 名称 |\n| --- | --- |\n");
        for (PensionCollector collector : PensionCollector.values()) {
            page.append("| %s | %s |%n".formatted(collector.code(), collector.label()));
        }
        return page.toString();
    }
}
