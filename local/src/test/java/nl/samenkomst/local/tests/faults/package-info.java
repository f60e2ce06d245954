/** Invariants under failing calls, crashing processes, and many people who sign up at once. */
@NullMarked
package nl.samenkomst.local.tests.faults;

import org.jspecify.annotations.NullMarked;
