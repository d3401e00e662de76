/** The words of every layout: typed columns, layouts, rows and findings. */
@NullMarked
package org.machi.formats.column;

import org.jspecify.annotations.NullMarked;
