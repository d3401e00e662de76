/**
 * 帳票: letters, slips and lists as PDF, drawn in millimetres. A template is drawn once per bundle,
 * fields per page; a character that no font can draw sets the letter aside, it never becomes a box.
 */
@NullMarked
package org.machi.platform.forms;

import org.jspecify.annotations.NullMarked;
