package org.machi.city.koki.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.CardFile;
import org.machi.platform.forms.letters.CardFace;
import org.machi.platform.forms.letters.StatementLetter.Line;

/**
 * One piece as the union had it issued.
 *
 * @param kind 証種別コード
 * @param birthOn as in the register, partly unknown days included
 */
public record Card(
        String cardNo,
        long personNo,
        String insuredNo,
        String insurerNo,
        String kind,
        String reason,
        LocalDate issuedOn,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        LocalDate acquiredOn,
        @Nullable String copay,
        @Nullable LocalDate copayFrom,
        @Nullable String limit,
        @Nullable LocalDate limitFrom,
        @Nullable LocalDate longStayFrom,
        @Nullable String disease,
        @Nullable LocalDate diseaseFrom,
        String name,
        String birthOn,
        String sex,
        String address) {

    static final String CONFIRMATION = "01";
    static final String INFORMATION = "02";
    static final String DISEASE = "03";

    /** Columns of {@link #of}, of koki.card c. */
    static final String COLUMNS =
            """
            c.card_no, c.person_no, c.insured_no, c.insurer_no, c.kind, c.reason, c.issued_on, c.valid_from, c.valid_until,
            c.acquired_on, c.copay, c.copay_from, c.limit_class, c.limit_from, c.long_stay_from, c.disease, c.disease_from,
            c.name as card_name, c.birth_on, c.sex, c.address as card_address
            """;

    static Card of(ResultSet row) throws SQLException {
        return new Card(
                row.getString("card_no"),
                row.getLong("person_no"),
                row.getString("insured_no"),
                row.getString("insurer_no"),
                row.getString("kind"),
                row.getString("reason"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("acquired_on", LocalDate.class),
                row.getString("copay"),
                row.getObject("copay_from", LocalDate.class),
                row.getString("limit_class"),
                row.getObject("limit_from", LocalDate.class),
                row.getObject("long_stay_from", LocalDate.class),
                row.getString("disease"),
                row.getObject("disease_from", LocalDate.class),
                row.getString("card_name"),
                row.getString("birth_on"),
                row.getString("sex"),
                row.getString("card_address"));
    }

    /** 証種別 in words. */
    public String kindName() {
        return word(CardFile.KIND.type().meanings(), kind);
    }

    /** 発行事由 in words. */
    public String reasonName() {
        return word(CardFile.REASON.type().meanings(), reason);
    }

    /** What stands on the piece, in its order. */
    List<Line> lines(String shownAddress) {
        return new CardFace(
                        kind,
                        insuredNo,
                        name,
                        sex,
                        birthOn,
                        shownAddress,
                        new CardFace.Days(acquiredOn, validFrom, validUntil),
                        copay,
                        new CardFace.Special(limit, limitFrom, longStayFrom, disease, diseaseFrom))
                .lines();
    }

    private static String word(Map<String, String> words, @Nullable String code) {
        return code == null ? "" : words.getOrDefault(code, code);
    }
}
