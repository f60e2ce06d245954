/** What the peers of the benchmark do alike: they answer a form post once their framework has read the event. */
@NullMarked
package nl.samenkomst.peers;

import org.jspecify.annotations.NullMarked;
