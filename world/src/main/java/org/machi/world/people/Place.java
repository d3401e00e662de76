package org.machi.world.people;

import java.util.List;
import org.machi.formats.number.MunicipalityCode;

/**
 * The stage: a prefecture with two cities that exist nowhere.
 *
 * @param seed what decides everything
 * @param prefecture 1 to 47
 */
public record Place(long seed, int prefecture) {
    private static final List<String> NAMES = List.of("青葉市", "若草市");
    private static final List<String> KANA = List.of("アオバシ", "ワカクサシ");

    public Place {
        if (prefecture < 1 || prefecture > 47) {
            throw new IllegalArgumentException("都道府県番号は1から47: " + prefecture);
        }
    }

    public int cities() {
        return NAMES.size();
    }

    public String cityName(int city) {
        return NAMES.get(city);
    }

    public String cityKana(int city) {
        return KANA.get(city);
    }

    public String prefectureName() {
        return Towns.prefectureName(prefecture);
    }

    /**
     * 全国地方公共団体コード: numbers 291 and 292 belong to no city; check digit by modulus 11 with weights 6
     * to 2.
     */
    public String cityCode(int city) {
        return withCheckDigit(String.format("%02d%03d", prefecture, 291 + city));
    }

    /** Code of a place outside, by its prefecture; its city, too, has a number that none has. */
    public String outsideCode(Address outside) {
        int other = Towns.prefectureNumber(outside.prefecture());
        return withCheckDigit(String.format("%02d%03d", other, 293));
    }

    private static String withCheckDigit(String five) {
        return MunicipalityCode.ofFive(five).text();
    }
}
