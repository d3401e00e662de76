/**
 * What the tests of every module stand on: real databases that are made quickly, and the link from
 * a test to the requirements that it proves.
 */
@NullMarked
package org.machi.platform.proof;

import org.jspecify.annotations.NullMarked;
