/** Where the figures come from: signing up under load, starting cold, and what it costs. */
@NullMarked
package nl.samenkomst.local.benchmark;

import org.jspecify.annotations.NullMarked;
