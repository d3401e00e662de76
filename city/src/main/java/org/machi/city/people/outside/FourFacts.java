package org.machi.city.people.outside;

import org.machi.city.people.addressee.Fields;

/**
 * 4情報 by which a person is sought before a number is issued.
 *
 * @param kana フリガナ, full-width katakana
 * @param birthOn ISO with 00 where month or day are unknown; empty for a 法人
 * @param address the address as one text, or its beginning from 市区町村 on
 */
public record FourFacts(String name, String kana, String birthOn, String address) {

    static FourFacts read(Fields fields) {
        return new FourFacts(
                fields.must("name", "氏名・名称", 80),
                fields.kana("kana", "カナ"),
                NonResidentForm.date(fields, "birthOn", "生年月日"),
                fields.text("city") + fields.text("town") + fields.text("lot"));
    }
}
