/** The sign-up use case as is customary in Quarkus; run by the benchmark only. */
@NullMarked
package nl.samenkomst.peers.quarkus;

import org.jspecify.annotations.NullMarked;
