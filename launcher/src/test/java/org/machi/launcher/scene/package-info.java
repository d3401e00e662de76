/** Every scene, played. */
@NullMarked
package org.machi.launcher.scene;

import org.jspecify.annotations.NullMarked;
