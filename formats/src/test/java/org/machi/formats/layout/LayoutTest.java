package org.machi.formats.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;
import org.machi.formats.file.FileKind;

class LayoutTest {

    /** ◆税情報 of seed 001 別添2, with its full-width and half-width spellings made even. */
    private static final String TAX_ITEMS =
            """
            後期保険者番号,管理元市町村コード,個人区分コード,個人番号,相当年度,地方公共団体コード,異動区分コード,更正年月日,更正事由コード,納税者台帳番号,\
            課税非課税区分コード,未申告区分コード,経過措置フラグ,旧ただし書所得優先フラグ,減額対象所得優先フラグ,低Ⅰ低Ⅱ判定所得優先フラグ,一部負担割合判定所得優先フラグ,\
            旧ただし書所得,減額対象所得,低Ⅰ低Ⅱ判定所得,一部負担割合判定所得,市区町村民税課税所得,営業所得額,農業所得額,不動産所得額,利子所得額,配当所得額,\
            配当証券投資所得額,外貨建配当所得額,配当（控除無）所得額,給与所得額,その他雑所得額,雑所得合計額,総合短期譲渡所得額,総合長期譲渡所得額,一時所得額,\
            総合譲渡一時所得額,給与収入額,給与専従者収入額,専従者給与（控除）額,公的年金収入額,分離短期譲渡一般所得額,分離短期譲渡軽減所得額,分離長期譲渡一般所得額,\
            分離長期譲渡特定所得額,分離長期譲渡軽課所得額,山林所得額,先物取引所得額,未公開株式譲渡所得額,上場株式譲渡所得額,分離短期一般特別控除額,\
            分離短期軽減特別控除額,分離長期一般特別控除額,分離長期特定特別控除額,分離長期軽課特別控除額,繰越純損失額,繰越雑損失額,繰越株式損失額,繰越先物損失額,\
            繰越居住用損失額,居住用損失額,条約適用利子等所得額,条約適用配当等所得額\
            """;

    /** Items 17–58 of seed 004 別添1. */
    private static final String PREMIUM_ITEMS =
            """
            相当年度,賦課管理番号,賦課履歴番号,市区町村別保険料,不均一賦課地区コード,暫定確定賦課フラグ,申告区分,通知書発送要否フラグ,資格取得年月日,資格喪失年月日,\
            広域内転居取得年月日,広域内転居喪失年月日,賦課事由コード,賦課事由,賦課決定年月日,所得割率（10万分率）,賦課のもととなる所得金額,所得割額,均等割額,算出額,賦課期日,\
            減額区分,均等割軽減額,限度超過額,年保険料額,月数,月割減額,特別軽減区分,月別資格情報,賦課期日２,減額区分２,均等割軽減額２,限度超過額２,年保険料額２,月数２,\
            月割減額２,特別軽減区分２,月別資格情報２,減免額,後期高齢者医療保険料,所得割軽減額,所得割減額区分\
            """;

    /** ◆被保険者台帳 of seed 001 別添2 without its two 個人番号 items. */
    private static final String INSURED_ITEMS =
            """
            後期保険者番号,被保険者番号,異動事由,異動年月日,資格取得事由コード,資格取得年月日,資格喪失事由コード,資格喪失年月日,保険者番号適用開始年月日,\
            保険者番号適用終了年月日,管理元市町村コード,個人区分コード,住基世帯番号,後期世帯番号,都道府県コード,市町村コード,町名コード,氏名（カナ）,通称名（カナ）,\
            氏名（漢字）,通称名（漢字）,本名通称名区分コード,氏名（英字）,併記用氏名（漢字）,氏名分類コード,生年月日年号コード,生年月日,性別コード,都道府県名（漢字）,\
            市町村名（漢字）,住所（漢字）,番地（漢字）,方書（漢字）,住所（漢字）連結,親郵便番号,子郵便番号,電話番号,転入元市町村名（漢字）,番地区分コード,番地,号番号,枝番号,\
            行政区コード,方書（カナ）,市内外区分コード,構成識別コード,政令広域コード,地方公共団体コード,外国人在留開始年月日,外国人在留終了年月日,外国人在留資格コード,\
            寝たきりフラグ,無医地区フラグ,居所不明フラグ\
            """;

    private static final Set<String> SQL_RESERVED =
            Set.of(
                    "all",
                    "analyse",
                    "analyze",
                    "and",
                    "any",
                    "array",
                    "as",
                    "asc",
                    "both",
                    "case",
                    "cast",
                    "check",
                    "collate",
                    "column",
                    "constraint",
                    "create",
                    "default",
                    "desc",
                    "distinct",
                    "do",
                    "else",
                    "end",
                    "except",
                    "false",
                    "fetch",
                    "for",
                    "foreign",
                    "from",
                    "grant",
                    "group",
                    "having",
                    "in",
                    "initially",
                    "intersect",
                    "into",
                    "is",
                    "lateral",
                    "leading",
                    "like",
                    "limit",
                    "not",
                    "null",
                    "offset",
                    "on",
                    "only",
                    "or",
                    "order",
                    "placing",
                    "primary",
                    "references",
                    "returning",
                    "select",
                    "some",
                    "symmetric",
                    "table",
                    "then",
                    "to",
                    "trailing",
                    "true",
                    "union",
                    "unique",
                    "user",
                    "using",
                    "variadic",
                    "when",
                    "where",
                    "window",
                    "with",
                    "line_no");

    @Test
    void tax_information_has_the_63_items_of_the_seed_in_order() {
        List<String> items = List.of(TAX_ITEMS.replace("個人番号", "宛名番号").split(","));
        assertThat(items).hasSize(63);
        assertThat(TaxFile.LAYOUT.items()).isEqualTo(items);
    }

    @Test
    void premium_information_has_items_17_to_58_of_the_seed_in_order() {
        List<String> items = List.of(PREMIUM_ITEMS.split(","));
        assertThat(items).hasSize(42);
        assertThat(PremiumFile.LAYOUT.items()).containsSubsequence(items);
    }

    @Test
    void insured_information_has_the_items_of_the_register_in_order_and_no_personal_number() {
        List<String> items = List.of(INSURED_ITEMS.split(","));
        assertThat(items).hasSize(54);
        assertThat(InsuredFile.LAYOUT.items()).containsSubsequence(items);
    }

    @Test
    void only_the_residents_file_to_the_city_carries_personal_numbers() {
        for (FileKind kind : FileKind.values()) {
            boolean secret = kind.layout().columns().stream().anyMatch(c -> c.type().secret());
            assertThat(secret)
                    .as(kind.name())
                    .isEqualTo(kind == FileKind.JUKI_ALL || kind == FileKind.JUKI_DIFF);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_layout_makes_a_staging_table(FileKind kind) {
        Layout layout = kind.layout();
        assertThat(layout.sqlColumns()).hasSameSizeAs(layout.columns());
        assertThat(layout.sqlColumns())
                .allSatisfy(c -> {
                    assertThat(SQL_RESERVED).doesNotContain(c.name());
                    assertThat(c.type()).isIn("text", "bigint", "date", "boolean");
                });
        // A trailer line has three values; a row that has as many could be taken for it.
        assertThat(layout.columns()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource
    void item_names_are_plain_japanese_that_a_csv_line_takes_without_quotes(FileKind kind) {
        for (Column<?> column : kind.layout().columns()) {
            assertThat(column.item()).doesNotContain(",", "\"", "\n", " ");
            assertThat(column.item())
                    .isEqualTo(Normalizer.normalize(column.item(), Normalizer.Form.NFC));
        }
    }

    @Test
    void every_pension_notice_travels_in_one_of_the_five_files() {
        for (PensionNotice notice : PensionNotice.values()) {
            assertThat(FileKind.find(notice.file())).isPresent();
            assertThat(PensionFile.NOTICE.misfit(notice.code())).isNull();
        }
        assertThat(PensionFile.NOTICE.type().meanings()).hasSameSizeAs(PensionNotice.values());
        assertThat(PensionCollector.find("999")).contains(PensionCollector.C999);
        assertThat(PensionNotice.find("41").orElseThrow().divisions()).containsEntry("01", "死亡");
    }
}
