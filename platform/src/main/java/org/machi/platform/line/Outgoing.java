package org.machi.platform.line;

/**
 * A shipment of this organisation that its partner has not answered yet.
 *
 * @param signed the manifest as it was signed; it never changes, however often it is sent
 */
record Outgoing(String partner, long number, Manifest manifest, Signed signed) {}
