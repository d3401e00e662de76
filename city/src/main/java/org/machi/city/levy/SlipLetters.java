package org.machi.city.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.machi.law.AccountYear;
import org.machi.platform.audit.Actor;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.letters.DemandLetter;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.PaymentSlip;
import org.machi.platform.forms.letters.Recipient;
import org.machi.platform.forms.letters.Slip;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters that carry a slip: 督促状, 口座振替不能のお知らせ, 延滞金の納付書.
 *
 * <p>They go to the mailing address of the payer; of a protected person (支援措置) nothing but that
 * address is printed.
 */
@Component
class SlipLetters {

    private static final String PLACES = "市指定の金融機関、コンビニエンスストア（バーコードのあるもの）、市役所";
    private static final String LATE_TEXT =
            "納期限の翌日から納付の日までの日数に応じ、条例に定める割合（令和8年中は、納期限の翌日から1月を経過する日までは年2.8％、"
                    + "その後は年9.1％）の延滞金を加算します。";

    private final JdbcClient db;
    private final Letterhead letterhead;
    private final LetterPost post;

    SlipLetters(JdbcClient db, Letterhead letterhead, LetterPost post) {
        this.db = db;
        this.letterhead = letterhead;
        this.post = post;
    }

    /** What the index of the bundle says beside the letter. */
    record Entry(Letter letter, LetterPost.Item item) {}

    /**
     * Prints the letters of a batch of slips and sends them to the print shop; returns how many.
     */
    long print(SlipBatch batch, String kind, LocalDate day, Actor actor) {
        if (batch.slips() == 0) {
            return 0;
        }
        db.sql(
                        """
                        UPDATE levy.slip SET letter_no = nextval('levy.letter_no')::text WHERE batch_id = :batch
                        """)
                .param("batch", batch.batch())
                .update();
        List<Entry> letters =
                db.sql(
                                """
                                SELECT s.*, i.due_on AS instalment_due_on, p.mailing_name, p.mailing_postal_code,
                                    p.mailing_address, p.name, p.address, p.protected
                                FROM levy.v_slip s
                                JOIN levy.instalment i USING (instalment_id)
                                JOIN people.v_person p ON p.person_no = s.payer_no
                                WHERE s.batch_id = :batch
                                ORDER BY s.slip_no
                                """)
                        .param("batch", batch.batch())
                        .query((row, n) -> entry(row, kind, day))
                        .list();
        return post.send(letters, kind, day, actor);
    }

    private Entry entry(ResultSet row, String kind, LocalDate day) throws SQLException {
        Slip slip = slip(row);
        Heading heading = heading(row, kind, day);
        Letter letter =
                kind.equals(LetterPost.DEMAND)
                        ? new DemandLetter(
                                heading,
                                row.getInt("levy_year"),
                                row.getObject("instalment_due_on", LocalDate.class),
                                day,
                                LATE_TEXT,
                                slip)
                        : new PaymentSlip(heading, row.getInt("levy_year"), List.of(slip), PLACES);
        return new Entry(letter, item(row));
    }

    private Heading heading(ResultSet row, String kind, LocalDate day) throws SQLException {
        return new Heading(
                new LetterId(row.getString("letter_no"), row.getLong("person_no"), kind),
                "収第%s号".formatted(row.getString("letter_no").substring(6)),
                day,
                letterhead.office(),
                recipient(row),
                new Insured(
                        row.getString("reference"),
                        row.getString("name"),
                        row.getBoolean("protected") ? "" : row.getString("address")));
    }

    static Recipient recipient(ResultSet row) throws SQLException {
        String postcode = row.getString("mailing_postal_code");
        return new Recipient(
                postcode == null ? "" : postcode,
                row.getString("mailing_address"),
                "",
                "",
                row.getString("mailing_name"),
                "");
    }

    private static Slip slip(ResultSet row) throws SQLException {
        String barcode = row.getString("barcode");
        String ocr = row.getString("ocr_line");
        return new Slip(
                "%010d".formatted(row.getLong("slip_no")),
                "%s（相当年度 %s）"
                        .formatted(
                                new AccountYear(row.getInt("decision_year")).japanese(),
                                new AccountYear(row.getInt("levy_year")).japanese()),
                "第%d期".formatted(row.getInt("period")),
                new Slip.Amounts(row.getLong("principal"), row.getLong("fee"), row.getLong("late")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("use_by", LocalDate.class),
                new Slip.Symbols(
                        barcode == null ? "" : barcode, ocr == null ? List.of() : List.of(ocr)));
    }

    private static LetterPost.Item item(ResultSet row) throws SQLException {
        return new LetterPost.Item(
                row.getString("mailing_name"),
                row.getString("mailing_postal_code"),
                row.getString("mailing_address"),
                new LetterPost.Demanded(
                        row.getLong("period"),
                        "%010d".formatted(row.getLong("slip_no")),
                        row.getString("barcode"),
                        row.getString("ocr_line"),
                        row.getLong("amount"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("use_by", LocalDate.class)));
    }
}
