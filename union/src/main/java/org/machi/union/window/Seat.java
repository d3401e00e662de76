package org.machi.union.window;

/**
 * Where a clerk of a city sits.
 *
 * @param city 地方公共団体コード of the city of clerk and terminal
 * @param cityName the name that people read
 * @param management 管理端末, from which one may send
 */
record Seat(String city, String cityName, boolean management) {}
