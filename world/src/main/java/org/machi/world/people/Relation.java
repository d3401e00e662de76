package org.machi.world.people;

/** 続柄: how a member of a household relates to its head. */
public enum Relation {
    HEAD("世帯主"),
    HUSBAND("夫"),
    WIFE("妻"),
    CHILD("子"),
    FATHER("父"),
    MOTHER("母"),
    CHILDS_WIFE("子の妻"),
    GRANDCHILD("子の子"),
    HUSBANDS_FATHER("夫の父"),
    HUSBANDS_MOTHER("夫の母"),
    RELATIVE("縁故者");

    private final String word;

    Relation(String word) {
        this.word = word;
    }

    /** As written on the resident record. */
    public String word() {
        return word;
    }

    static Relation parent(int sex) {
        return sex == 1 ? FATHER : MOTHER;
    }

    static Relation spouse(int sex) {
        return sex == 1 ? HUSBAND : WIFE;
    }

    /** What becomes of a member when the head's husband or wife takes the head's place. */
    Relation underSpouse() {
        return switch (this) {
            case HEAD, HUSBAND, WIFE -> this;
            case CHILD, CHILDS_WIFE, GRANDCHILD -> this;
            case FATHER, HUSBANDS_FATHER -> HUSBANDS_FATHER;
            case MOTHER, HUSBANDS_MOTHER -> HUSBANDS_MOTHER;
            case RELATIVE -> RELATIVE;
        };
    }

    /** What becomes of a member when a child of the head takes the head's place. */
    Relation underChild(int sex) {
        return switch (this) {
            case HUSBAND, WIFE, HEAD -> parent(sex);
            case CHILDS_WIFE -> WIFE;
            case GRANDCHILD -> CHILD;
            case CHILD, FATHER, MOTHER, HUSBANDS_FATHER, HUSBANDS_MOTHER, RELATIVE -> RELATIVE;
        };
    }
}
