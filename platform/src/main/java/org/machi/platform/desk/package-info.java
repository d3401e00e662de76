/**
 * デスク: the shell of the staff console that every application stands in. Layout, navigation, home,
 * the pages common to all organisations (jobs, files, audit, parameters, calendar), and how
 * amounts, dates and numbers are shown. Features add {@link
 * org.machi.platform.desk.NavigationEntry}, {@link org.machi.platform.desk.HomeTile} and pages.
 */
@NullMarked
package org.machi.platform.desk;

import org.jspecify.annotations.NullMarked;
