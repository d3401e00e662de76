package org.machi.platform.forms;

/** A rectangle on the page: upper left corner, width and height in millimetres. */
public record Box(float x, float y, float width, float height) {
    public static Box of(float x, float y, float width, float height) {
        return new Box(x, y, width, height);
    }

    public float right() {
        return x + width;
    }

    public float bottom() {
        return y + height;
    }
}
