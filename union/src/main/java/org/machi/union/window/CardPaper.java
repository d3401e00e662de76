package org.machi.union.window;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.CardFile;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.forms.FontSet;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.PrintRun;
import org.machi.platform.forms.letters.CardFace;
import org.machi.platform.forms.letters.CardLetter;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.Recipient;
import org.springframework.stereotype.Component;

/**
 * The 証 as it is printed at a 窓口端末: the union's record, with its number, under the union's own
 * name. Drawn anew for each print; only its hash is kept.
 */
@Component
class CardPaper {

    private final Seats seats;
    private final UnionLetterhead letterhead;
    private final OrganisationSettings settings;

    CardPaper(Seats seats, UnionLetterhead letterhead, OrganisationSettings settings) {
        this.seats = seats;
        this.letterhead = letterhead;
        this.settings = settings;
    }

    private record Piece(CardFace face, String kind, String reason, LocalDate issuedOn) {}

    byte[] print(Seat seat, String cardNo, WindowLookUp.Person person, LocalDate day) {
        Piece piece =
                seats.ask(
                        seat,
                        view ->
                                view.sql("SELECT * FROM windows.v_card WHERE card_no = ?")
                                        .param(cardNo)
                                        .query((row, _) -> piece(row, person))
                                        .single());
        PrintRun.Single printed =
                PrintRun.single(
                        FontSet.find(settings.folder()), letter(seat, cardNo, piece, person, day));
        if (!printed.undrawable().isEmpty()) {
            throw new ChangedMeanwhile(
                    "手元の字形で描けない文字があるため、印刷していません："
                            + printed.undrawable().stream()
                                    .map(one -> one.field() + "（" + one.codePoints() + "）")
                                    .distinct()
                                    .collect(Collectors.joining("、")));
        }
        return printed.pdf();
    }

    private static Piece piece(ResultSet row, WindowLookUp.Person person) throws SQLException {
        return new Piece(
                new CardFace(
                        row.getString("kind"),
                        row.getString("insured_no"),
                        row.getString("name"),
                        person.sex(),
                        person.birthText(),
                        row.getString("address"),
                        new CardFace.Days(
                                row.getObject("acquired_on", LocalDate.class),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_until", LocalDate.class)),
                        row.getString("copay"),
                        new CardFace.Special(
                                row.getString("limit_class"),
                                row.getObject("limit_from", LocalDate.class),
                                row.getObject("long_stay_from", LocalDate.class),
                                row.getString("disease"),
                                row.getObject("disease_from", LocalDate.class))),
                row.getString("kind"),
                row.getString("reason"),
                row.getObject("issued_on", LocalDate.class));
    }

    private CardLetter letter(
            Seat seat, String cardNo, Piece piece, WindowLookUp.Person person, LocalDate day) {
        CardFace face = piece.face();
        String kind = word(CardFile.KIND.type().meanings().get(piece.kind()), piece.kind());
        Heading heading =
                new Heading(
                        new LetterId(cardNo, person.naturalId(), kind),
                        "証管理番号　" + cardNo,
                        piece.issuedOn(),
                        letterhead.office(seat.city(), day),
                        new Recipient(
                                Objects.requireNonNullElse(person.postalCode(), ""),
                                person.town(),
                                person.lot(),
                                person.building(),
                                face.name(),
                                ""),
                        new Insured(face.insuredNo(), face.name(), face.address()));
        return new CardLetter(
                heading,
                kind,
                face.lines(),
                "保険者番号　" + settings.code() + "　" + settings.name(),
                List.of(
                        "%sを交付します（発行事由：%s）。"
                                .formatted(
                                        kind,
                                        word(
                                                CardFile.REASON
                                                        .type()
                                                        .meanings()
                                                        .get(piece.reason()),
                                                piece.reason())),
                        "医療機関の窓口で示してください。切取線で切り離してお使いください。",
                        "これまでの%sがあるときは、市区町村の窓口へお返しください。後で見つかったときも同じです。".formatted(kind),
                        "資格を失ったとき、住所や氏名が変わったときは、14日以内にお住まいの市区町村へ届け出てください。"),
                true);
    }

    private static String word(@Nullable String word, String code) {
        return word == null ? code : word;
    }

    static byte[] hash(byte[] pdf) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(pdf);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
