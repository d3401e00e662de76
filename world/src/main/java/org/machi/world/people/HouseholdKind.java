package org.machi.world.people;

/**
 * Kinds of households and how common each is, out of a thousand.
 *
 * <p>Tuned so that some 16 % of all residents are 75 or over and some 30 % are 65 or over, as in
 * Japan around 2025 (総務省統計局 人口推計); a test keeps the bounds.
 */
enum HouseholdKind {
    SINGLE_75(86),
    COUPLE_75(71),
    SINGLE_65(84),
    COUPLE_65(104),
    PARENT_AND_CHILD(55),
    THREE_GENERATIONS(40),
    SINGLE_YOUNG(196),
    COUPLE_YOUNG(100),
    FAMILY(199),
    LONE_PARENT(65);

    static final int[] WEIGHTS = weights();

    private final int permille;

    HouseholdKind(int permille) {
        this.permille = permille;
    }

    private static int[] weights() {
        HouseholdKind[] kinds = values();
        int[] weights = new int[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            weights[i] = kinds[i].permille;
        }
        return weights;
    }
}
