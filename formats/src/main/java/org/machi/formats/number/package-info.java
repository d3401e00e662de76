/** Numbers with check digits: persons, insured, insurers, municipalities. */
@NullMarked
package org.machi.formats.number;

import org.jspecify.annotations.NullMarked;
