package org.machi.platform.forms.letters;

import java.time.LocalDate;

/**
 * One line of the 期別 table.
 *
 * @param label 第1期, 随時1期; for a pension deduction the month, 4月
 * @param dueOn 納期限; for a pension deduction the day on which the pension is paid
 * @param yen amount; 0 is shown as a dash
 */
public record Instalment(String label, LocalDate dueOn, long yen) {}
