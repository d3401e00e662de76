package org.machi.platform.forms.letters;

import org.machi.platform.forms.Box;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Type;

/** A page of headings and paragraphs from top to bottom: the back of a letter. */
final class TextPage {
    private static final Type TEXT = Type.regular(9.5f);
    private static final float LEADING = 5.2f;

    private final Sheet sheet;
    private float y;

    TextPage(Sheet sheet) {
        this(sheet, 25);
    }

    /**
     * @param y base line of the first line
     */
    TextPage(Sheet sheet, float y) {
        this.sheet = sheet;
        this.y = y;
    }

    void heading(String text) {
        sheet.text(20, y, Type.bold(10.5f), "■ " + text);
        y += 6.5f;
    }

    void paragraph(String text) {
        y = sheet.paragraph(Box.of(23, y, 165, 0), LEADING, TEXT, text) + 2f;
    }

    /**
     * 教示 of 行政不服審査法82条 and 行政事件訴訟法46条 for a decision about premiums: 高齢者の医療の確保に関する法律 128条 (審査請求),
     * 130条 (3か月, 審査前置).
     *
     * @param defendant 広域連合 or 市, which decided
     * @param representative who represents it in court
     */
    void objection(Office office, String defendant, String representative) {
        y += 2;
        heading("この処分に不服があるとき");
        paragraph(
                "この処分に不服があるときは、この通知書を受け取った日の翌日から起算して3か月以内に、%sに対して審査請求をすることができます。"
                        .formatted(office.reviewBoard()));
        paragraph(
                "この処分の取消しを求める訴えは、審査請求に対する裁決の送達を受けた日の翌日から起算して6か月以内に、%sを被告として（訴訟において%sを代表する者は%sとなります。）提起することができます。ただし、裁決の日の翌日から起算して1年を経過したときは、提起することができません。"
                        .formatted(defendant, defendant, representative));
        paragraph(
                "この訴えは、審査請求に対する裁決を経た後でなければ提起することができません。ただし、①審査請求があった日の翌日から起算して3か月を経過しても裁決がないとき、②処分の執行等による著しい損害を避けるため緊急の必要があるとき、③その他裁決を経ないことにつき正当な理由があるときは、裁決を経ないで提起することができます。");
    }

    void contact(Office office) {
        y += 2;
        heading("お問い合わせ先");
        paragraph(office.city() + "　" + office.section());
        paragraph("〒" + office.postcode() + "　" + office.address() + "　電話　" + office.phone());
    }
}
