/**
 * Faults that AWS has and DynamoDB Local never shows: conflicts, throttling, lost responses; for tests and benchmarks.
 */
@NullMarked
package nl.samenkomst.local.faults;

import org.jspecify.annotations.NullMarked;
