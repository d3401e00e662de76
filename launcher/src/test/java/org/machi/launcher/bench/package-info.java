/** What the benches compare agrees. */
@NullMarked
package org.machi.launcher.bench;

import org.jspecify.annotations.NullMarked;
