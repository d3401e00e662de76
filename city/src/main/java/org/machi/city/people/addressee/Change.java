package org.machi.city.people.addressee;

import java.time.LocalDate;

/** Who changes something, on which business day, and why. */
record Change(String staff, LocalDate on, String reason) {}
