package org.machi.platform.desk;

/**
 * One line of the navigation at the left; a feature declares it as a bean. It shows only to those
 * who hold its duty.
 *
 * @param order entries with lower numbers come first; groups come in the order of their first entry
 * @param group heading above the entry, for example 資格
 * @param label what people read
 * @param path where it leads; the entry is marked on this path and on all below
 * @param duty code of the duty that the page requires
 */
public record NavigationEntry(int order, String group, String label, String path, String duty) {
    public NavigationEntry {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + path);
        }
    }

    boolean covers(String present) {
        return path.equals(present) || !path.equals("/") && present.startsWith(path + "/");
    }
}
