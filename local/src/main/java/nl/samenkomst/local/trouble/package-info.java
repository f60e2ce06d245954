/** What AWS does on a bad day and DynamoDB Local never does: conflicts, throttles, lost answers; for tests and benchmarks. */
@NullMarked
package nl.samenkomst.local.trouble;

import org.jspecify.annotations.NullMarked;
