/**
 * デスク: the shell of the staff console that every application stands in. Layout, navigation, home,
 * the pages common to all organisations (jobs, files, audit, parameters, calendar), and how
 * amounts, dates and numbers are shown.
 *
 * <p>A feature adds a page with one controller method and one template:
 *
 * <pre>{@code
 * @GetMapping("/koki/differences")
 * @RequiresDuty("koki.look")                     // a Duty of some DutyList bean
 * @Audited(action = "照会", object = "突合差異")     // written before the answer leaves
 * String differences(Trace trace, Model model) {
 *     trace.people(shownPersonNos);             // whose data the page shows
 *     return "city/koki/differences";
 * }
 *
 * <html th:replace="~{platform/layout :: page('突合差異', ~{}, ~{::.body})}"><body>
 * <div class="body"> … ${@show.yen(one.amount)} … </div></body></html>
 * }</pre>
 *
 * and declares beans for what stands around it: {@link org.machi.platform.desk.NavigationEntry},
 * {@link org.machi.platform.desk.HomeTile}, {@link org.machi.platform.desk.PersonSection}, {@link
 * org.machi.platform.desk.ParameterSource}, {@link org.machi.platform.desk.SearchPage}.
 */
@NullMarked
package org.machi.platform.desk;

import org.jspecify.annotations.NullMarked;
