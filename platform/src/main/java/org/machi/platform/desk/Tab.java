package org.machi.platform.desk;

/** One tab of {@code platform/parts :: tabs}: a link that is marked when it is the present page. */
public record Tab(String label, String path, boolean here) {}
