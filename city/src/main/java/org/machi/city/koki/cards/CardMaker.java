package org.machi.city.koki.cards;

import java.util.List;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.city.koki.notices.NoticePost;
import org.machi.platform.forms.letters.CardLetter;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Insured;

/** The letter that carries a piece: address, advice, and the piece itself below the perforation. */
final class CardMaker {

    private static final String CONFIRMATION = "15";
    private static final String INFORMATION = "17";
    private static final String DISEASE = "18";

    private CardMaker() {}

    /** 帳票種別 of the letter that carries a kind of piece. */
    static String letterKind(String kind) {
        return switch (kind) {
            case Card.INFORMATION -> INFORMATION;
            case Card.DISEASE -> DISEASE;
            default -> CONFIRMATION;
        };
    }

    /**
     * @param copy what was given is not given twice: it is printed as a copy that nobody can use
     */
    static CardLetter letter(Card card, Heading heading, Insured insured, boolean copy) {
        return new CardLetter(
                heading,
                card.kindName() + (copy ? "（控え・使用できません）" : ""),
                card.lines(insured.address()),
                "保険者番号　" + card.insurerNo() + "　" + heading.office().unionName(),
                advice(card),
                false);
    }

    static NoticePost.Notice notice(Card card, Heading heading, Addressee to) {
        return new NoticePost.Notice(
                letter(card, heading, to.insured(), false),
                letterKind(card.kind()),
                card.kindName(),
                card.cardNo(),
                to);
    }

    private static List<String> advice(Card card) {
        String old =
                switch (card.reason()) {
                    case "03", "04", "06" -> "これまでの%sは使えません。同封の返信用封筒で返すか、市役所の窓口へお返しください。";
                    case "05" -> "なくした%sが見つかったときは、見つかったほうを市役所の窓口へお返しください。";
                    case "02" -> "有効期限の過ぎたこれまでの%sは、ご自分で裁断して処分してください。";
                    default -> "%sの記載に誤りがないか確かめ、誤りがあるときはご連絡ください。";
                };
        String use =
                card.kind().equals(Card.INFORMATION)
                        ? "医療機関では、このお知らせだけでは受診できません。マイナ保険証とともにお持ちください。"
                        : "医療機関の窓口で示してください。切取線で切り離してお使いください。";
        return List.of(
                "%sをお送りします（発行事由：%s）。".formatted(card.kindName(), card.reasonName()),
                use,
                old.formatted(card.kindName()),
                "資格を失ったとき、住所や氏名が変わったときは、14日以内に市役所へ届け出てください。");
    }
}
