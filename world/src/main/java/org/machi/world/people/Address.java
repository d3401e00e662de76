package org.machi.world.people;

/**
 * An address, split as the resident register keeps it (seed 001 別添2).
 *
 * @param postalCode 郵便番号, seven digits
 * @param prefecture 都道府県名
 * @param city 市区町村名
 * @param townCode 町名コード, four digits
 * @param town 町名 with 丁目
 * @param lot 番地 (番・号)
 * @param building 方書, empty for a house
 */
public record Address(
        String postalCode,
        String prefecture,
        String city,
        String townCode,
        String town,
        String lot,
        String building) {
    public String oneLine() {
        String line = prefecture + city + town + lot;
        return building.isEmpty() ? line : line + "　" + building;
    }
}
