package org.machi.city.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.law.AccountYear;
import org.machi.law.late.LateChargePolicy;
import org.machi.platform.audit.Actor;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.letters.DemandLetter;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.Levy;
import org.machi.platform.forms.letters.PaymentSlip;
import org.machi.platform.forms.letters.Recipient;
import org.machi.platform.forms.letters.Slip;
import org.machi.platform.office.PeriodName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters that carry slips: 納入通知書 with all slips of a person, 督促状, 口座振替不能のお知らせ and 延滞金の納付書 with one
 * each.
 *
 * <p>They go to the mailing address of the payer, or of a 連帯納付義務者 who was asked, who learns no
 * address of the insured person; of a protected person (支援措置) nothing but that address is printed.
 */
@Component
class SlipLetters {

    private final JdbcClient db;
    private final Letterhead letterhead;
    private final LetterPost post;

    SlipLetters(JdbcClient db, Letterhead letterhead, LetterPost post) {
        this.db = db;
        this.letterhead = letterhead;
        this.post = post;
    }

    /**
     * What the index of the bundle says beside the letter.
     *
     * @param addressee 宛名番号 of whom it goes to, when that is another person (連帯納付義務者)
     */
    record Entry(Letter letter, LetterPost.Item item, @Nullable Long addressee) {

        /** To the person whom the letter is about. */
        Entry(Letter letter, LetterPost.Item item) {
            this(letter, item, null);
        }
    }

    /**
     * What the letters of a batch have in common.
     *
     * @param kind 帳票種別コード
     * @param policy the ordinance's rule about late charges, for demands
     */
    record Occasion(String kind, LocalDate day, LateChargePolicy policy) {}

    private record Page(
            Heading heading,
            Levy levy,
            int levyYear,
            LocalDate instalmentDueOn,
            Slip slip,
            LetterPost.Demanded demanded,
            LetterPost.Item to,
            @Nullable Long addressee,
            String liability) {}

    /**
     * Prints the letters of a batch of slips and sends them to the print shop; returns how many.
     */
    long print(SlipBatch batch, Occasion occasion, Actor actor) {
        if (batch.slips() == 0) {
            return 0;
        }
        number(batch, occasion.kind().equals(LetterPost.NOTICE));
        List<Page> pages =
                db.sql(
                                """
                                SELECT s.*, i.due_on AS instalment_due_on, w.name AS mailing_name,
                                    w.postal_code AS mailing_postal_code, w.address AS mailing_address, w.care_of,
                                    p.name, CASE WHEN a.other IS NULL THEN p.address ELSE '' END AS address, p.protected, a.other,
                                    j.ground
                                FROM levy.v_slip s
                                JOIN levy.instalment i USING (instalment_id)
                                LEFT JOIN levy.joint_demand j ON j.slip_no = s.slip_no
                                CROSS JOIN LATERAL (SELECT nullif(coalesce(j.liable_no, s.payer_no), s.person_no) AS other) a
                                JOIN people.v_person p ON p.person_no = s.person_no
                                CROSS JOIN LATERAL people.mailing_on(coalesce(a.other, s.person_no), 'COLLECTION', :day) w
                                WHERE s.batch_id = :batch
                                ORDER BY s.letter_no, s.slip_no
                                """)
                        .param("batch", batch.batch())
                        .param("day", occasion.day())
                        .query((row, n) -> page(row, occasion))
                        .list();
        return post.send(letters(pages, occasion), occasion.kind(), occasion.day(), actor);
    }

    /** One number for each slip, or one for all slips of a person's levy year. */
    private void number(SlipBatch batch, boolean together) {
        db.sql(
                        """
                        UPDATE levy.slip s SET letter_no = n.letter_no
                        FROM (SELECT slips, nextval('levy.letter_no')::text AS letter_no FROM (
                            SELECT array_agg(slip_no) AS slips FROM levy.v_slip WHERE batch_id = :batch
                            GROUP BY levy_code, payer_no, person_no, levy_year, CASE WHEN NOT :together THEN slip_no END
                            ORDER BY min(slip_no)) g) n
                        WHERE s.slip_no = ANY (n.slips)
                        """)
                .param("batch", batch.batch())
                .param("together", together)
                .update();
    }

    private Page page(ResultSet row, Occasion occasion) throws SQLException {
        Slip slip = slip(row);
        LetterPost.Demanded demanded =
                new LetterPost.Demanded(
                        row.getLong("period"),
                        slip.slipNo(),
                        row.getString("barcode"),
                        row.getString("ocr_line"),
                        row.getLong("amount"),
                        slip.dueOn(),
                        slip.useBy());
        Levy levy = Levy.valueOf(row.getString("levy_code"));
        return new Page(
                heading(row, levy, occasion),
                levy,
                row.getInt("levy_year"),
                row.getObject("instalment_due_on", LocalDate.class),
                slip,
                demanded,
                addressed(row),
                row.getObject("other", Long.class),
                liability(levy, row.getString("ground")));
    }

    private static String liability(Levy levy, @Nullable String ground) {
        if (ground == null) {
            return "";
        }
        boolean head = ground.equals("HEAD");
        String law =
                switch (levy) {
                    case KOKI -> "高齢者の医療の確保に関する法律第108条";
                    case KAIGO -> "介護保険法第132条";
                };
        return "あなたは、次の被保険者の%sとして、その保険料を連帯して納付する義務があります（%s第%s項）。"
                .formatted(head ? "属する世帯の世帯主" : "配偶者", law, head ? "2" : "3");
    }

    private List<Entry> letters(List<Page> pages, Occasion occasion) {
        List<Entry> letters = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= pages.size(); to++) {
            boolean whole =
                    to == pages.size()
                            || !pages.get(to).heading().id().equals(pages.get(from).heading().id());
            if (whole) {
                letters.add(entry(pages.subList(from, to), occasion));
                from = to;
            }
        }
        return letters;
    }

    private Entry entry(List<Page> pages, Occasion occasion) {
        Page first = pages.getFirst();
        Letter letter =
                occasion.kind().equals(LetterPost.DEMAND)
                        ? new DemandLetter(
                                first.heading(),
                                first.levy(),
                                first.levyYear(),
                                first.instalmentDueOn(),
                                occasion.day(),
                                LateChargeWords.of(occasion.policy(), occasion.day()),
                                first.slip(),
                                first.liability())
                        : new PaymentSlip(
                                first.heading(),
                                first.levy(),
                                first.levyYear(),
                                pages.stream().map(Page::slip).toList(),
                                letterhead.places(occasion.day()));
        return new Entry(
                letter,
                first.to().asking(pages.stream().map(Page::demanded).toList()),
                first.addressee());
    }

    private Heading heading(ResultSet row, Levy levy, Occasion occasion) throws SQLException {
        String letterNo = row.getString("letter_no");
        return new Heading(
                new LetterId(letterNo, row.getLong("person_no"), occasion.kind()),
                letterhead.documentNo(letterNo, occasion.day()),
                occasion.day(),
                letterhead.office(levy, occasion.day()),
                recipient(row),
                insured(row));
    }

    static Insured insured(ResultSet row) throws SQLException {
        return new Insured(
                row.getString("reference"),
                row.getString("name"),
                row.getBoolean("protected") ? "" : row.getString("address"));
    }

    static Recipient recipient(ResultSet row) throws SQLException {
        String postcode = row.getString("mailing_postal_code");
        return new Recipient(
                postcode == null ? "" : postcode,
                row.getString("mailing_address"),
                "",
                "",
                row.getString("mailing_name"),
                row.getString("care_of"));
    }

    static LetterPost.Item addressed(ResultSet row) throws SQLException {
        return new LetterPost.Item(
                row.getString("mailing_name"),
                row.getString("mailing_postal_code"),
                row.getString("mailing_address"),
                List.of());
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
                PeriodName.ordinary(row.getInt("period")),
                new Slip.Amounts(row.getLong("principal"), row.getLong("fee"), row.getLong("late")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("use_by", LocalDate.class),
                new Slip.Symbols(
                        barcode == null ? "" : barcode, ocr == null ? List.of() : List.of(ocr)));
    }
}
