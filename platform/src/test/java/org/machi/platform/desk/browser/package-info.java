/**
 * The console in a real Chromium: pages as people see them, keyboard, accessibility, screenshots
 * into {@code target/screenshots}. Runs only where Debian's chromium is installed.
 */
@NullMarked
package org.machi.platform.desk.browser;

import org.jspecify.annotations.NullMarked;
