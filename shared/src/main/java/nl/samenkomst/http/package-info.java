/** From the event of an HTTP API to a request, and from a response to its answer; knows Jackson and nothing of ours. */
@NullMarked
package nl.samenkomst.http;

import org.jspecify.annotations.NullMarked;
