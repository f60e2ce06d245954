/** Histories of sign-ups, cancellations, choices and changes, played on a bad day and held against a simple model. */
@NullMarked
package nl.samenkomst.local.history;

import org.jspecify.annotations.NullMarked;
