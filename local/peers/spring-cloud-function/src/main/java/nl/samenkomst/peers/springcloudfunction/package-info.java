/** The sign-up use case as is customary in Spring Cloud Function; run by the benchmark only. */
@NullMarked
package nl.samenkomst.peers.springcloudfunction;

import org.jspecify.annotations.NullMarked;
