/**
 * Jobs (日次・月次処理): named sequences of steps, each step one transaction, restartable after kill -9,
 * one run at a time per job, progress readable from elsewhere.
 */
@NullMarked
package org.machi.platform.jobs;

import org.jspecify.annotations.NullMarked;
