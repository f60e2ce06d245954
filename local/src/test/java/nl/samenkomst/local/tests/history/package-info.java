/**
 * Plays seeded histories of sign-ups, cancellations, choices and changes, with faults, and checks them against a simple
 * model.
 */
@NullMarked
package nl.samenkomst.local.tests.history;

import org.jspecify.annotations.NullMarked;
