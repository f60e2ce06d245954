/** The whole bundle on a laptop, never deployed; plays the gateway, table, mail and schedule around the real handlers. */
@NullMarked
package nl.samenkomst.local;

import org.jspecify.annotations.NullMarked;
