/** Signs somebody up as Quarkus would have it; only ever run by the benchmark. */
@NullMarked
package nl.samenkomst.peers.quarkus;

import org.jspecify.annotations.NullMarked;
