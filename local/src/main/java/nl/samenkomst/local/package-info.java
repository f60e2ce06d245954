/**
 * Runs the whole bundle on a laptop, with a local gateway, table, mail and schedule around the real handlers; never
 * deployed.
 */
@NullMarked
package nl.samenkomst.local;

import org.jspecify.annotations.NullMarked;
