/** Code that the benchmark's peers share: answering a form post, once the framework has parsed the event. */
@NullMarked
package nl.samenkomst.peers;

import org.jspecify.annotations.NullMarked;
