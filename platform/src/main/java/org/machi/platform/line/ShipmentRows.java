package org.machi.platform.line;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what shipments and wishes leave on record. */
final class ShipmentRows {

    private ShipmentRows() {}

    /** A shipment as it is entered, with its files. */
    record Row(
            String direction,
            String partner,
            Way way,
            String state,
            Manifest manifest,
            Signed signed) {}

    static void insert(JdbcClient db, Row row) {
        Manifest manifest = row.manifest();
        db.sql(
                        """
                        INSERT INTO line.shipment
                            (direction, partner, number, way, state, manifest, signature, file_count,
                             row_count, amount, bytes, business_date)
                        VALUES (?, ?, ?, ?, 'WAITING', ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(row.direction())
                .param(row.partner())
                .param(manifest.number())
                .param(row.way().name())
                .param(row.signed().content())
                .param(row.signed().signature())
                .param(manifest.files().size())
                .param(manifest.rows())
                .param(manifest.amount())
                .param(manifest.size())
                .param(LocalDate.parse(manifest.businessDate()))
                .update();
        if (!row.state().equals("REFUSED")) {
            files(db, row);
        }
    }

    private static void files(JdbcClient db, Row row) {
        List<Manifest.Item> files = row.manifest().files();
        db.sql(
                        """
                        INSERT INTO line.shipment_file
                            (direction, partner, number, position, kind, serial, name, sha256, bytes,
                             row_count, amount, again)
                        SELECT ?, ?, ?, row_number() OVER (), * FROM unnest(?::text[], ?::int[],
                            ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[])
                        """)
                .param(row.direction())
                .param(row.partner())
                .param(row.manifest().number())
                .param(files.stream().map(Manifest.Item::kind).toArray(String[]::new))
                .param(files.stream().map(Manifest.Item::serial).toArray(Integer[]::new))
                .param(files.stream().map(Manifest.Item::name).toArray(String[]::new))
                .param(files.stream().map(Manifest.Item::sha256).toArray(String[]::new))
                .param(files.stream().map(Manifest.Item::bytes).toArray(Long[]::new))
                .param(files.stream().map(Manifest.Item::rows).toArray(Long[]::new))
                .param(files.stream().map(Manifest.Item::amount).toArray(Long[]::new))
                .param(files.stream().map(Manifest.Item::again).toArray(Boolean[]::new))
                .update();
    }

    /** Writes the receipt of a shipment that came. */
    static void answer(JdbcClient db, Row row, Manifest.Receipt receipt, Signed signed) {
        db.sql(
                        """
                        UPDATE line.shipment
                           SET state = ?, receipt = ?, receipt_signature = ?, reason = ?,
                               ended_at = clock_timestamp()
                         WHERE direction = ? AND partner = ? AND number = ?
                        """)
                .param(row.state())
                .param(signed.content())
                .param(signed.signature())
                .param(receipt.reason())
                .param(row.direction())
                .param(row.partner())
                .param(row.manifest().number())
                .update();
    }

    /**
     * Enters wishes for files again.
     *
     * @param direction OUT when this organisation sends again, IN when it asks its partner to
     */
    static void ask(
            JdbcClient db,
            String direction,
            String partner,
            List<Manifest.Range> ranges,
            String by) {
        for (Manifest.Range range : ranges) {
            db.sql(
                            """
                            INSERT INTO line.resend
                                (direction, partner, kind, first_serial, last_serial, asked_by)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(direction, partner, range.kind(), range.first(), range.last(), by)
                    .update();
        }
    }
}
