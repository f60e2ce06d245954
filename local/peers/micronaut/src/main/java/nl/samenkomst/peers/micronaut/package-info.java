/** The sign-up use case as is customary in Micronaut; run by the benchmark only. */
@NullMarked
package nl.samenkomst.peers.micronaut;

import org.jspecify.annotations.NullMarked;
