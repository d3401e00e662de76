/**
 * 所得照会・住基照会 on paper: questions to other municipalities with reminder and typed-in answer, and
 * their questions with a printed answer.
 */
@NullMarked
package org.machi.city.people.inquiry;

import org.jspecify.annotations.NullMarked;
