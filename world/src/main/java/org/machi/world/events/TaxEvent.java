package org.machi.world.events;

import org.machi.world.people.Income;

/**
 * A tax correction.
 *
 * @param levyYear 相当年度
 * @param reason 更正事由コード
 * @param income all incomes after the correction
 */
public record TaxEvent(int person, int city, int levyYear, String reason, Income income) {}
