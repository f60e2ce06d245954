/** Signs somebody up as Micronaut would have it; only ever run by the benchmark. */
@NullMarked
package nl.samenkomst.peers.micronaut;

import org.jspecify.annotations.NullMarked;
