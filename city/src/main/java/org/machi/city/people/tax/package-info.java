/**
 * 所得・課税情報 at the console: all items of all versions of a person, who has not declared, the 簡易申告書 on
 * paper and what comes back, and incomes that a clerk types in.
 */
@NullMarked
package org.machi.city.people.tax;

import org.jspecify.annotations.NullMarked;
