package org.machi.platform.vault;

import java.time.LocalDate;
import org.machi.platform.audit.Actor;

/**
 * Why somebody touches a 個人番号.
 *
 * @param purpose the administrative work that the law names (番号法別表), in Japanese
 */
public record NumberUse(Actor actor, String purpose, LocalDate businessDate) {}
