/**
 * 通知書と納付書: what is told to the insured about a plan, when it is told, and where the pages lie
 * afterwards. A plan is told once; what the plan says and what the letter says is the same row.
 */
@NullMarked
package org.machi.city.koki.letters;

import org.jspecify.annotations.NullMarked;
