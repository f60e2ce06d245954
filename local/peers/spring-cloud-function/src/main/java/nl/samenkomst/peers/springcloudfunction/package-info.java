/** Signs somebody up as Spring Cloud Function would have it; only ever run by the benchmark. */
@NullMarked
package nl.samenkomst.peers.springcloudfunction;

import org.jspecify.annotations.NullMarked;
