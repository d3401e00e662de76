/**
 * 文字: names and addresses as sequences of code points with variation selectors, the keys by which
 * they are searched, and which characters a font can draw. Nothing here replaces a character of the
 * register; what can't be shown is reported.
 */
@NullMarked
package org.machi.platform.characters;

import org.jspecify.annotations.NullMarked;
