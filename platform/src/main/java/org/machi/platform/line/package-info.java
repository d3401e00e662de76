/**
 * 回線: files between a union and its cities over HTTPS with certificates on both sides, by signed
 * 送信票 and 受領票, in order and once; and the same shipments on media when the line is down.
 */
@NullMarked
package org.machi.platform.line;

import org.jspecify.annotations.NullMarked;
