/**
 * The PostgreSQL server that machi brings along, one database with four roles per organisation, and
 * fast COPY in both directions. Nothing here knows what the rows mean.
 */
@NullMarked
package org.machi.platform.database;

import org.jspecify.annotations.NullMarked;
