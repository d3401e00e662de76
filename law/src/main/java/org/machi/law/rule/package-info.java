/** The register of rules: article, place in the code, tests, published example. */
@NullMarked
package org.machi.law.rule;

import org.jspecify.annotations.NullMarked;
