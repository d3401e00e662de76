package org.machi.union.assessment;

import java.util.Arrays;

/** Growing columns of primitive values, one row after the other. */
final class Columns {

    private final int[][] ints;
    private final long[][] longs;
    private int size;

    Columns(int intColumns, int longColumns) {
        ints = new int[intColumns][1024];
        longs = new long[longColumns][1024];
    }

    int size() {
        return size;
    }

    /** Begins a row of zeros and returns its number. */
    int add() {
        if (size == ints[0].length) {
            int capacity = Math.max(1024, size * 2);
            for (int i = 0; i < ints.length; i++) {
                ints[i] = Arrays.copyOf(ints[i], capacity);
            }
            for (int i = 0; i < longs.length; i++) {
                longs[i] = Arrays.copyOf(longs[i], capacity);
            }
        }
        return size++;
    }

    void set(int column, int row, int value) {
        ints[column][row] = value;
    }

    int get(int column, int row) {
        return ints[column][row];
    }

    void setLong(int column, int row, long value) {
        longs[column][row] = value;
    }

    long getLong(int column, int row) {
        return longs[column][row];
    }

    /** Puts the rows into another order: row {@code i} becomes what row {@code order[i]} was. */
    void reorder(int[] order) {
        for (int i = 0; i < ints.length; i++) {
            int[] old = ints[i];
            int[] sorted = new int[order.length];
            for (int row = 0; row < order.length; row++) {
                sorted[row] = old[order[row]];
            }
            ints[i] = sorted;
        }
        for (int i = 0; i < longs.length; i++) {
            long[] old = longs[i];
            long[] sorted = new long[order.length];
            for (int row = 0; row < order.length; row++) {
                sorted[row] = old[order[row]];
            }
            longs[i] = sorted;
        }
    }
}
