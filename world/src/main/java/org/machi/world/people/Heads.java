package org.machi.world.people;

/** 世帯主: who becomes head of a household, and how the others are then related to the head. */
public final class Heads {
    private Heads() {}

    /** Gives a household without head its next head: husband or wife, or else the oldest. */
    public static void replace(Population people, int home, Relation gone) {
        int chosen = people.firstMember(home);
        if (chosen == Population.NONE || people.head(home) != Population.NONE) {
            return;
        }
        for (int p = chosen; p != Population.NONE; p = people.nextMember(p)) {
            boolean older = people.birthDay(p) < people.birthDay(chosen);
            boolean better = older && !isSpouse(people.relationOf(chosen));
            if (gone == Relation.HEAD && isSpouse(people.relationOf(p)) || better) {
                chosen = p;
            }
        }
        make(people, home, chosen);
    }

    private static boolean isSpouse(Relation r) {
        return r == Relation.HUSBAND || r == Relation.WIFE;
    }

    /** 世帯主変更: everyone's relation is told anew towards the new head. */
    public static void make(Population people, int home, int chosen) {
        Relation was = people.relationOf(chosen);
        for (int p = people.firstMember(home); p != Population.NONE; p = people.nextMember(p)) {
            Relation now =
                    p == chosen ? Relation.HEAD : towards(was, people.relationOf(p), people.sex(p));
            people.setRelation(p, now);
        }
        people.setHead(home, chosen);
    }

    private static Relation towards(Relation newHeadWas, Relation member, int sex) {
        if (isSpouse(newHeadWas)) {
            return member == Relation.HEAD ? Relation.spouse(sex) : member.underSpouse();
        }
        return newHeadWas == Relation.CHILD ? member.underChild(sex) : Relation.RELATIVE;
    }
}
