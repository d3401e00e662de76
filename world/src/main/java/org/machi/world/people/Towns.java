package org.machi.world.people;

import java.util.List;

/** Addresses of the two cities and of places outside, derived from a key. */
public final class Towns {
    private static final List<String[]> TOWNS = Tables.rows("towns.tsv");
    private static final List<String[]> PREFECTURES = Tables.rows("prefectures.tsv");
    private static final String[] BUILDINGS = {
        "青葉ハイツ", "コーポ若草", "メゾン・ド・ソレイユ", "第２さくら荘", "グランドール駅前", "県営住宅", "パークサイド壱番館", "ラ・フォーレⅡ"
    };
    private static final String[] FACILITIES = {
        "特別養護老人ホーム　ひだまり苑", "介護老人保健施設　みなとの里", "有料老人ホーム　ことぶき館", "養護老人ホーム　松風荘"
    };
    private static final String[] OUTSIDE = {"桜浜市", "白鳥市", "北浜市", "南山町", "清瀬川市"};
    private static final String FULL_DIGITS = "０１２３４５６７８９";

    private Towns() {}

    static String prefectureName(int prefecture) {
        return PREFECTURES.get(prefecture - 1)[1];
    }

    static int prefectureNumber(String name) {
        for (int i = 0; i < PREFECTURES.size(); i++) {
            if (PREFECTURES.get(i)[1].equals(name)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** How a town is read, for the pension service's kana address. */
    public static String kanaOf(Address address) {
        for (String[] row : TOWNS) {
            if (address.town().startsWith(row[0])) {
                return row[1];
            }
        }
        return "";
    }

    static Address inCity(long seed, int prefecture, String city, int cityIndex, int key) {
        Dice dice = Dice.of(seed, Topic.ADDRESS, key, cityIndex);
        int town = dice.below(TOWNS.size());
        String[] row = TOWNS.get(town);
        int blocks = Integer.parseInt(row[2]);
        int chome = blocks == 0 ? 0 : dice.between(1, blocks);
        String name = chome == 0 ? row[0] : row[0] + FULL_DIGITS.charAt(chome) + "丁目";
        String lot =
                blocks == 0
                        ? wide(dice.between(1, 2999)) + "番地" + branch(dice)
                        : wide(dice.between(1, 40)) + "番" + wide(dice.between(1, 30)) + "号";
        String postal =
                PREFECTURES.get(prefecture - 1)[2]
                        + String.format("%02d%02d", 10 + cityIndex * 40 + town, chome);
        return new Address(
                postal,
                prefectureName(prefecture),
                city,
                String.format("%04d", (town + 1) * 10 + chome),
                name,
                lot,
                building(dice));
    }

    private static String branch(Dice dice) {
        return dice.permille(300) ? "の" + wide(dice.between(1, 9)) : "";
    }

    private static String building(Dice dice) {
        if (!dice.permille(300)) {
            return "";
        }
        int room = dice.between(1, 9) * 100 + dice.between(1, 12);
        return BUILDINGS[dice.below(BUILDINGS.length)] + "　" + wide(room) + "号室";
    }

    /** A place outside the union: another prefecture and a town that is nowhere on the map. */
    static Address outside(long seed, int unionPrefecture, long key, boolean facility) {
        Dice dice = Dice.of(seed, Topic.ADDRESS, key, 99);
        int prefecture = 1 + (unionPrefecture + dice.between(1, 45)) % 47;
        String[] row = TOWNS.get(dice.below(10));
        return new Address(
                PREFECTURES.get(prefecture - 1)[2] + String.format("%04d", dice.below(90) * 10),
                prefectureName(prefecture),
                OUTSIDE[dice.below(OUTSIDE.length)],
                "",
                row[0] + FULL_DIGITS.charAt(dice.between(1, 3)) + "丁目",
                wide(dice.between(1, 40)) + "番" + wide(dice.between(1, 30)) + "号",
                facility ? FACILITIES[dice.below(FACILITIES.length)] : "");
    }

    /** The care home of a city in which people from outside the union live. */
    static Address facilityInCity(
            long seed, int prefecture, String city, int cityIndex, int number) {
        Address a = inCity(seed, prefecture, city, cityIndex, -1 - number);
        return new Address(
                a.postalCode(),
                a.prefecture(),
                a.city(),
                a.townCode(),
                a.town(),
                a.lot(),
                FACILITIES[Math.floorMod(number, FACILITIES.length)]);
    }

    private static String wide(int number) {
        StringBuilder out = new StringBuilder();
        for (char c : Integer.toString(number).toCharArray()) {
            out.append(FULL_DIGITS.charAt(c - '0'));
        }
        return out.toString();
    }
}
