package org.machi.launcher;

/** The command line {@code ./machi}. */
public final class Machi {

    private Machi() {}

    public static void main(String[] arguments) {
        System.out.println("machi");
    }
}
