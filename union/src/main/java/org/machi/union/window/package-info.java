/**
 * 窓口端末: the union's pages for the staff of its cities, at registered terminals: people of the own
 * city one at a time, 即時交付 from entry to paper, sending from 管理端末, user ids with their ledger, and
 * the monthly review of what was done there.
 */
@NullMarked
package org.machi.union.window;

import org.jspecify.annotations.NullMarked;
