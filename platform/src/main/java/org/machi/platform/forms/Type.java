package org.machi.platform.forms;

/**
 * How text looks: the face and its size.
 *
 * @param points type size in points (1/72 inch)
 */
public record Type(Face face, float points) {
    public static final Type BODY = regular(10);
    public static final Type SMALL = regular(8);

    public static Type regular(float points) {
        return new Type(Face.REGULAR, points);
    }

    public static Type bold(float points) {
        return new Type(Face.BOLD, points);
    }

    public Type size(float newPoints) {
        return new Type(face, newPoints);
    }
}
