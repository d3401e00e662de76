/** The records of each kind of file, column by column, with the seeds' item names. */
@NullMarked
package org.machi.formats.layout;

import org.jspecify.annotations.NullMarked;
