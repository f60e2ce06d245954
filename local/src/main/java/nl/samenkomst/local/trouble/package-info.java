/**
 * Faults that AWS has and DynamoDB Local never shows: conflicts, throttling, lost responses; for tests and benchmarks.
 */
@NullMarked
package nl.samenkomst.local.trouble;

import org.jspecify.annotations.NullMarked;
