/**
 * Scenes: short stories of the office, played over real offices, files and pages. {@code ./machi
 * scene list|run NAME}; every scene is also a test.
 *
 * <p>A {@link org.machi.launcher.scene.Scene} writes into a {@link org.machi.launcher.scene.Script}
 * who lives in the two cities, and what happens on which business day: files in the morning, deeds
 * at the counter, what must be true in the evening. {@link org.machi.launcher.scene.Play} runs
 * every business day from 31 March 2026 to the last one that a scene names. The test plays all
 * scenes together in one year, so a scene asserts about its own people only and gives no office a
 * new parameter.
 */
@NullMarked
package org.machi.launcher.scene;

import org.jspecify.annotations.NullMarked;
