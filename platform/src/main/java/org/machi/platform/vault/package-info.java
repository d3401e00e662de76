/**
 * The vault for 個人番号: encrypted values in a schema of its own, reached only through functions that
 * write the audit trail themselves. The key never enters the database.
 */
@NullMarked
package org.machi.platform.vault;

import org.jspecify.annotations.NullMarked;
