package org.machi.platform.forms.letters;

/**
 * The sender: a city with its union.
 *
 * @param code 6-digit code of the city (全国地方公共団体コード)
 * @param city name of the city
 * @param mayor signs what the city decides (collection)
 * @param union signs what the union decides (premiums)
 * @param unionName 広域連合の名称
 * @param section where to ask, such as 健康福祉部 保険年金課 後期高齢者医療係
 * @param postcode of the city's office, with hyphen
 * @param address of the city's office
 * @param phone of the section
 * @param reviewBoard 後期高齢者医療審査会 of the prefecture (法129条)
 */
public record Office(
        String code,
        String city,
        Authority mayor,
        Authority union,
        String unionName,
        String section,
        String postcode,
        String address,
        String phone,
        String reviewBoard) {
    /** 市長, 区長, 町長 or 村長: who represents the municipality in court. */
    String head() {
        return city.substring(city.length() - 1) + "長";
    }
}
