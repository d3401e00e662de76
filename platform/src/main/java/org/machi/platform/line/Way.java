package org.machi.platform.line;

/** 経路: how a shipment goes. */
enum Way {
    LINE("回線"),
    MEDIUM("媒体");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    /** Japanese name. */
    public String label() {
        return label;
    }
}
