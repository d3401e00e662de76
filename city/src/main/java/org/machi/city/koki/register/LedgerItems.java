package org.machi.city.koki.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.layout.InsuredFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * ◆被保険者台帳 of seed 001 with its 56 items in their order: 54 of the row that the union sent, and the
 * two 個人番号, which lie in the vault and of which only it is told whether they are there.
 */
@Component
class LedgerItems {

    /** 被保険者履歴番号 and 宛名番号 tie the row to its history and its person and are no items of the seed. */
    private static final List<String> KEYS = List.of("version", "person_no");

    private static final List<String> AFTER_THE_SEED =
            List.of("copay", "copay_from", "address_exception", "dependant");

    private static final String COLUMNS =
            InsuredFile.LAYOUT.columns().stream()
                    .map(column -> column.code() + "::text")
                    .collect(Collectors.joining(", "));

    private final JdbcClient db;

    LedgerItems(JdbcClient db) {
        this.db = db;
    }

    /**
     * One item.
     *
     * @param no its number in the seed, 0 for what stands beside
     * @param before the value of the version before when it was another, otherwise null
     */
    public record Item(int no, String name, String value, @Nullable String before) {

        /** Whether the version before had another value. */
        public boolean changed() {
            return before != null;
        }
    }

    /** A version with the versions around it. */
    public record Ledger(
            String insuredNo,
            long version,
            String knownOn,
            List<Item> items,
            List<Long> versions) {}

    Optional<Ledger> of(long personNo, String insuredNo, long version, int numbers) {
        Map<String, String> row = row(personNo, insuredNo, version);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        List<Long> versions =
                db.sql(
                                """
                                select version from koki.insured_version where person_no = ? and insured_no = ? order by version
                                """)
                        .param(personNo)
                        .param(insuredNo)
                        .query(Long.class)
                        .list();
        int at = versions.indexOf(version);
        Map<String, String> before =
                at > 0 ? row(personNo, insuredNo, versions.get(at - 1)) : Map.of();
        return Optional.of(
                new Ledger(
                        insuredNo,
                        version,
                        row.getOrDefault("known_on", ""),
                        items(row, before, numbers),
                        versions));
    }

    private Map<String, String> row(long personNo, String insuredNo, long version) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                                , known_on::text from koki.insured_version
                                where person_no = ? and insured_no = ? and version = ?
                                """)
                .param(personNo)
                .param(insuredNo)
                .param(version)
                .query((row, _) -> {
                    Map<String, String> values = new java.util.HashMap<>();
                    for (Column<?> column : InsuredFile.LAYOUT.columns()) {
                        String value = row.getString(column.code());
                        values.put(column.code(), value == null ? "" : shown(column, value));
                    }
                    values.put("known_on", row.getString("known_on"));
                    return values;
                })
                .optional()
                .orElse(Map.of());
    }

    private static String shown(Column<?> column, String value) {
        Map<String, String> meanings = column.type().meanings();
        if (column.type().sqlType().equals("boolean")) {
            return value.equals("true") ? "1：該当" : "0：非該当";
        }
        return meanings.containsKey(value) ? value + "：" + meanings.get(value) : value;
    }

    private static List<Item> items(
            Map<String, String> row, Map<String, String> before, int numbers) {
        List<Item> items = new ArrayList<>();
        int no = 0;
        for (Column<?> column : InsuredFile.LAYOUT.columns()) {
            if (KEYS.contains(column.code()) || AFTER_THE_SEED.contains(column.code())) {
                continue;
            }
            items.add(item(++no, column, row, before));
            if (column.equals(InsuredFile.HOME_CODE)) {
                items.add(new Item(++no, "被保険者個人番号", stored(numbers), null));
            } else if (column.equals(InsuredFile.PERSON_KIND)) {
                items.add(new Item(++no, "住基ネット個人番号", stored(numbers), null));
            }
        }
        for (Column<?> column : InsuredFile.LAYOUT.columns()) {
            if (KEYS.contains(column.code()) || AFTER_THE_SEED.contains(column.code())) {
                items.add(item(0, column, row, before));
            }
        }
        return items;
    }

    private static Item item(
            int no, Column<?> column, Map<String, String> row, Map<String, String> before) {
        String value = row.getOrDefault(column.code(), "");
        String old = before.get(column.code());
        return new Item(no, column.item(), value, old == null || old.equals(value) ? null : old);
    }

    private static String stored(int numbers) {
        return switch (numbers) {
            case 0 -> "登録なし";
            case 1 -> "登録あり（金庫で保管）";
            default -> "登録あり（金庫で保管、変更 " + (numbers - 1) + "回）";
        };
    }
}
