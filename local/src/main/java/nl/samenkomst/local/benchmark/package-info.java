/** Produces the published figures: signing up under load, long lists, hostile input, floods, cold starts, and costs. */
@NullMarked
package nl.samenkomst.local.benchmark;

import org.jspecify.annotations.NullMarked;
